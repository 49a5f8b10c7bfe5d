"""Showing: a scan in the terminal and in Jupyter, many scans as charts and as a page."""
