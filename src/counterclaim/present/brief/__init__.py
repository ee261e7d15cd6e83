"""The brief: for each event, most contested first, who says, denies, confirms, shows or keeps silent, word for word."""
