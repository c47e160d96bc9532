"""`python -m itaxl.addin BUTTON --hwnd=… --book=…`: what a click on the ribbon starts.

The one rule of the place: whatever happens is told in one Thai message, and the log holds no text of any form.
"""

import sys

from itaxl.addin.click import main

sys.exit(main())
