"""Which time expression belongs to which happening and which saying."""
