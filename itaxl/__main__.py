"""`python -m itaxl`: the same as the command `itaxl`."""

import sys

from itaxl.cli import main

sys.exit(main())
