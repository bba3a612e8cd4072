"""
Figures drawn as SVG, without a script or a style: what is across is in percent, so that a drawing is as wide as its
place, and what is upright in pixels, so that its letters are as large on the phone as on paper. Colours are the style
sheet's, by classes. Every figure drawn stands in a table beside it.
"""
