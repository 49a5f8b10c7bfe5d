"""Weighing: facts against what workers list, earn and manage."""
