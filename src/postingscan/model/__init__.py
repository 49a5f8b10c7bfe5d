"""Scoring: findings and weights into a calibrated probability and a level."""
