class DynamicTanh(_Norm):
    """No statistic at all: gain tanh(slope x) + bias, with the slope learned."""

    def __init__(self, channels, start=0.5, bias=True, **place):
        super().__init__(channels, **place)
        self.slope = nn.Parameter(torch.tensor(float(start)))
        self.gain = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels)) if bias else None

    def normalise(self, x, real):
        y = torch.tanh(self.slope * x) * self.gain
        return y if self.bias is None else y + self.bias
