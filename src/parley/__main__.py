"""`python -m parley`, the same command as `parley`."""

from parley.cli import main

if __name__ == "__main__":  # worker processes load this module too
    main()
