"""Anything that holds postings into postings: files of many formats, pages, feeds and mails.

Readers give records with their place (`places.Record`), or a `places.Reject` for what cannot be read; a record becomes
a posting in `record.make_posting`, in whichever process. What the names of columns mean stands in `columns`.
"""
