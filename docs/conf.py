"""The documentation site: Markdown pages, and the interface as its docstrings tell it. `make docs` builds it into `build/docs`."""

from __future__ import annotations

from parley import __version__

project = "Parley"
author = "The Parley developers"
copyright = author
release = version = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]

myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"
default_role = "literal"
python_use_unqualified_type_names = True

html_theme = "furo"
html_title = f"Parley {release}"
html_static_path = ["_static"]
html_css_files = ["parley.css"]
html_show_sphinx = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#0b5a73", "color-brand-content": "#0b5a73"},
    "dark_css_variables": {"color-brand-primary": "#7cc4dd", "color-brand-content": "#7cc4dd"},
}
