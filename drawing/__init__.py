"""Pictures of plain data as SVG, and as PNG for clients that show none. Knows no law and no words."""
