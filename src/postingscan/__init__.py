"""postingscan: how far an outsourcing posting expects too much of one person, with the words that show it."""

__version__ = "0.1.0"
