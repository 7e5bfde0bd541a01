class NoNorm(_Norm):
    """Nothing: the input as it came."""

    def normalise(self, x, real):
        return x
