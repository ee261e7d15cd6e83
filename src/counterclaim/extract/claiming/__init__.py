"""Claims from attributions: propositions, stance, certainty, channel, evidence, sources, and what a claim answers."""
