"""From findings to none: confirmations, repairs, the whole way."""
