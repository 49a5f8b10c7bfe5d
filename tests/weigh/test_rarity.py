"""Rarity: what the lists of 4,272 workers say of a bundle, with its interval and without telling on few people."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.posting import Span
from postingscan.tables import load_table
from postingscan.weigh.rarity import LARGEST_BUNDLE, required_families, weigh_rarity
from tests_weigh_reading import reading_of, skill

FAMILIES = list(load_table("rarity_classes")[0])[3:]
TOUCHSTONE = ("article_blog_writing", "keyword_research", "link_building", "php", "wordpress")

bundles = st.lists(st.sampled_from(FAMILIES), min_size=2, max_size=LARGEST_BUNDLE, unique=True)
