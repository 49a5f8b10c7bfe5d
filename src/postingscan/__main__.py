"""``python -m postingscan`` is the command."""

from postingscan.cli import main

if __name__ == "__main__":
    main()
