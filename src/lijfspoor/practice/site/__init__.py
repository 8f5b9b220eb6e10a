"""The public side: pages for everyone, without account, cookie or script, in Dutch and English.

How to add a page (see `home` for the smallest one):

1. its words and statements in `content/site/<id>.yaml` (`words` for headings and buttons, `said` for statements with
   sources, `provenance` for who wrote and reviewed it);
2. a view `def costs(request, language)` with `@login_not_required` that ends in `public(request, language, "<id>",
   "site/<id>.html", {...})`;
3. its two addresses with `in_both("kosten/", "costs/", views.costs, "costs")` in `urls.py`, and one row in
   `tests/practice/routes.py`;
4. a template that extends `site/base.html` and fills `content`. In it `{{ w.some_word }}` is a phrase in the language
   of the page and `{% said s.some_statement %}` a statement with its source chips; an unknown id raises. Disclaimer
   (S0-068), provenance (S0-069), language switch, footer and head come with the frame.

Links between pages: `{% to "costs" %}` gives the address in the language of the page. A place in the menu is a line in
`menu.py`, with its word in `content/site/frame.yaml`. A page with something in its address gives an example of it in
`tests/practice/site/addresses.py`; the tests there look at every page in both languages.
"""
