"""
A day's peak on one machine: readers by the clock and colleagues at work, before the web server as production runs it.

Readers (`readers`) and colleagues (`colleagues`) are programs of their own that import no Django; whoever starts them
(`running`) brings up what stands in deploy/ (`arrangement`), watches what it takes (`watching`) and looks at the end
whether all that was accepted is there (`kept_word`).
"""
