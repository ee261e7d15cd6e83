"""Finds plug-ins of a kind: shipped modules, installed entry points, and the modules of folders given by `--with`."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import Any

from counterclaim import contracts
from counterclaim.errors import PluginError, unknown

PACKAGES = {
    "format": "counterclaim.read.formats",
    "tagger": "counterclaim.annotate.taggers",
    "backend": "counterclaim.extract.backends",
    "export": "counterclaim.present.exports",
    "engine": "counterclaim.engines",
}
CONTRACTS: dict[str, Any] = {
    "format": contracts.Format,
    "tagger": contracts.TaggerPlugin,
    "backend": contracts.Backend,
    "export": contracts.Export,
    "engine": contracts.Engine,
}


def find(kind: str, folders: tuple[Path, ...] = ()) -> dict[str, Any]:
    """All plug-ins of a kind by name; raises `PluginError` that names both files where two share a name."""
    found: dict[str, Any] = {}
    for plugin in modules_of(kind, folders):
        name = plugin.name
        if name in found and found[name] is not plugin:
            raise PluginError(f"two plug-ins of kind {kind!r} are called {name!r}: {origin(found[name])}, {origin(plugin)}")
        found[name] = plugin
    return found


def get(kind: str, name: str, folders: tuple[Path, ...] = ()) -> Any:
    """The plug-in of this kind and name; raises `PluginError` that lists what there is."""
    found = find(kind, folders)
    if name not in found:
        raise PluginError(unknown(kind, name, found))
    return found[name]


def modules_of(kind: str, folders: tuple[Path, ...]) -> Iterator[Any]:
    """Every module or object that offers itself as a plug-in of the kind."""
    package = importlib.import_module(PACKAGES[kind])
    for info in pkgutil.iter_modules(package.__path__):
        if not info.name.startswith("_"):
            yield checked(kind, importlib.import_module(f"{package.__name__}.{info.name}"))
    for point in entry_points(group=f"counterclaim.{kind}"):
        yield checked(kind, point.load())
    for folder in folders:
        for path in sorted((folder / f"{kind}s").glob("*.py")):
            yield checked(kind, load_file(path))


def load_file(path: Path) -> ModuleType:
    """The module in a file outside the package."""
    spec = importlib.util.spec_from_file_location(f"counterclaim_plugin_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise PluginError(f"{path}: not a Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def checked(kind: str, plugin: Any) -> Any:
    """The plug-in itself; raises `PluginError` that says which name it lacks."""
    contract = CONTRACTS[kind]
    names = {name for name in (*vars(contract), *getattr(contract, "__annotations__", {})) if not name.startswith("_")}
    missing = sorted(name for name in names if not hasattr(plugin, name))
    if missing:
        raise PluginError(f"{origin(plugin)}: a plug-in of kind {kind!r} needs {', '.join(missing)}")
    return plugin


def origin(plugin: Any) -> str:
    """The file of a plug-in, or its name where it has none."""
    return str(getattr(plugin, "__file__", None) or plugin)
