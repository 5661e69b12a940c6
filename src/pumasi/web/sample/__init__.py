"""The sample cluster: an invented innovation cluster that a newcomer sees first, made from a fixed seed."""

from pumasi.web.sample.generate import SEED, generate
from pumasi.web.sample.shapes import SampleCluster

__all__ = ["SEED", "SampleCluster", "generate"]
