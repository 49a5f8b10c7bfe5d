"""Many postings: files in and a file out at any size (`stream`), or a data frame in memory (`table`)."""
