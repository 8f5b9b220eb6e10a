"""Which modules a practice uses: those that ship and its own, each in versions that never change."""
