"""The same pages over the wire: the web server as it runs, its pages kept or not, and nginx with the page as a file."""
