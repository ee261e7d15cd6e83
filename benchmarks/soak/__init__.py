"""Long tests of endurance: a run killed at any instant, and damaged inputs of every format."""
