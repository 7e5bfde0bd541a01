class Recorder:
    """Writes, step by step, how far each batch's statistics lie from running ones, at chosen modules of any model.

    recorder = Recorder(model, "run.jsonl", modules=["encoder.norm1", "encoder.norm2"])
    for x, target, real in batches:
        recorder.real = real             # True where no padding is; leave it None where there is none
        loss = criterion(model(x), target)
        loss.backward()
        optimiser.step(); optimiser.zero_grad()
        recorder.step(loss)              # on every process, once a step
    recorder.close()

    What is read is the input x of each module in training mode, over all real rows of the whole batch: parts of it that were
    passed through one after the other, or by several processes (torch.distributed), are put together exactly. For every
    channel: the mean, the biased variance, and psi2, the mean of squares. Running averages of the three begin at 0, 1 and 1
    and move by alpha; a batch is measured against them before it is taken in, as on the page.

    `modules` is a list of names as in model.named_modules(), or a function of name and module, or None for every module whose
    class is called something with Norm. `real` is a tensor, or a function of name and input for sites with other shapes.
    Channels are the last dimension, or the second where `channels_first` says so; None leaves that to the class of the
    module: torch's BatchNorm and InstanceNorm, and modules with an attribute `channels_first`. `every` writes every so many
    steps, and `channels=True` also writes the three statistics of every channel, batch and running.

    The file has one JSON object a line. The first: format, version, title, label, normaliser, alpha, saved, torch, device,
    processes, sites [{id, channels}]. Each other: step, loss, sites {id: {rows, distance, relative-distance, discrepancy}},
    three numbers each, for mean, variance and psi2. What is not finite is null.
    """

    FORMAT, VERSION = "normscope recording", 1

    def __init__(self, model, path, modules=None, alpha=0.9, every=1, title="A PyTorch model", label="model",
                 normaliser="none", channels_first=None, channels=False):
        self.path, self.alpha, self.every, self.channels = path, alpha, every, channels
        self.about = {"title": title, "label": label, "normaliser": normaliser, "alpha": alpha}
        self.channels_first, self.real, self.taken = channels_first, None, 0
        self.sites, self.file, self.running = _chosen(model, modules), None, None
        self.parts = {name: [] for name in self.sites}
        self.device = next((p.device for p in model.parameters()), torch.device("cpu"))
        self.handles = [
            module.register_forward_pre_hook(self._reader(name)) for name, module in self.sites.items()
        ]

    def _reader(self, name):
        @torch.no_grad()
        def read(module, inputs):
            if not module.training:
                return
            x = inputs[0].detach()
            if self._is_channels_first(module, x):
                x = x.movedim(1, -1)
            real = self.real(name, x) if callable(self.real) else self.real
            if real is not None and real.shape != x.shape[:-1]:
                raise ValueError(f"{name}: the mask is {tuple(real.shape)}, and the rows are {tuple(x.shape[:-1])}")
            rows = x.reshape(-1, x.shape[-1]) if real is None else x[real.bool()]
            rows = rows.to(_exact(rows.device))
            mean = rows.mean(0) if len(rows) else rows.new_zeros(rows.shape[-1])
            self.parts[name].append((len(rows), mean, (rows - mean).square().sum(0)))

        return read

    def _is_channels_first(self, module, x):
        if self.channels_first is not None:
            return self.channels_first
        torchs = (nn.modules.batchnorm._BatchNorm, nn.modules.instancenorm._InstanceNorm, nn.GroupNorm)
        return x.dim() > 2 and getattr(module, "channels_first", isinstance(module, torchs))

    @torch.no_grad()
    def step(self, loss=None):
        """Closes a step: puts together what all processes have read, measures it, and takes it in."""
        self.taken += 1
        if self.running is None:
            self._begin()
        sites = {}
        for name, running in self.running.items():
            rows, batch = self._whole(name, running[0].shape[0])
            if rows > 0:
                sites[name] = {"rows": rows, **_measured(batch, running)}
                if self.channels:
                    sites[name].update(batch=_listed(batch), running=_listed(running))
                for old, fresh in zip(running, batch):
                    old.lerp_(fresh, 1 - self.alpha)
            self.parts[name] = []
        mean_loss = self._mean_loss(loss)
        if self.file and self.taken % self.every == 0:
            line = {"step": self.taken, "loss": mean_loss, "sites": sites}
            self.file.write(json.dumps(line, allow_nan=False) + "\n")
            self.file.flush()

    def close(self):
        for handle in self.handles:
            handle.remove()
        if self.file:
            self.file.close()
            self.file = None

    def _begin(self):
        """After the first pass it is known how many channels each site has; every process must agree."""
        wide = [parts[0][1].shape[0] if parts else 0 for parts in self.parts.values()]
        widths = _reduced(torch.tensor(wide, device=self.device), largest=True).tolist()
        self.running = {}
        for name, channels in zip(self.sites, widths):
            if channels > 0:
                one = torch.ones(channels, dtype=_exact(self.device), device=self.device)
                self.running[name] = [one * 0, one.clone(), one.clone()]
        if _rank() == 0:
            self.file = open(self.path, "w", encoding="utf-8")
            sites = [{"id": name, "channels": each[0].shape[0]} for name, each in self.running.items()]
            head = {"format": self.FORMAT, "version": self.VERSION, **self.about,
                    "saved": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "torch": torch.__version__,
                    "device": str(self.device), "processes": _processes(), "sites": sites}
            self.file.write(json.dumps(head) + "\n")

    def _whole(self, name, channels):
        """Rows, mean, biased variance and psi2 of the whole batch, from the moments of its parts."""
        parts = [(n, mean.to(self.device), off.to(self.device)) for n, mean, off in self.parts[name] if n > 0]
        zero = torch.zeros(channels, dtype=_exact(self.device), device=self.device)
        total = torch.cat([zero.new_tensor([sum(n for n, _, _ in parts)]), sum((n * m for n, m, _ in parts), zero)])
        total = _reduced(total)
        rows = int(total[0].round())
        mean = total[1:] / max(1, rows)
        # About the common mean: what each part strays about its own, and its own from the common one.
        off = _reduced(sum((off + n * (m - mean).square() for n, m, off in parts), zero))
        variance = off / max(1, rows)
        return rows, [mean, variance, variance + mean.square()]

    def _mean_loss(self, loss):
        """Over the processes; each is taken to have an equal part of the batch. None where there is none."""
        value = float(loss) if loss is not None else math.nan
        value = float(_reduced(torch.tensor(value, device=self.device))) / _processes()
        return value if math.isfinite(value) else None


def _chosen(model, modules):
    named = dict(model.named_modules())
    if modules is None:
        modules = lambda name, module: "Norm" in type(module).__name__
    names = [n for n, m in named.items() if modules(n, m)] if callable(modules) else list(modules)
    missing = [name for name in names if name not in named]
    if missing or not names:
        raise ValueError(f"no module called {missing}" if missing else "no module was chosen")
    return {name: named[name] for name in names}


def _measured(batch, running):
    """Three metrics of three statistics: the paper's distance (1/d)|B - R|, relative to what is remembered, discrepancy."""
    (mean, variance, psi2), (old_mean, old_variance, old_psi2) = batch, running
    pairs = [(mean, old_mean), (variance, old_variance), (psi2, old_psi2)]
    length = [(fresh - old).norm() for fresh, old in pairs]
    size = [old_variance.sum().sqrt(), old_variance.norm(), old_psi2.norm()]
    gaps = [(mean - old_mean).abs() / old_variance.sqrt()]
    gaps += [((fresh / old).sqrt() - 1).abs() for fresh, old in pairs[1:]]
    return {
        "distance": _finite(each / len(mean) for each in length),
        "relative-distance": _finite(each / whole for each, whole in zip(length, size)),
        "discrepancy": _finite(each.mean() for each in gaps),
    }


def _finite(values):
    return [value if math.isfinite(value) else None for value in map(float, values)]


def _listed(three):
    return [_finite(each.tolist()) for each in three]


def _exact(device):
    """Sums are taken in double precision, where the device has it."""
    return torch.float32 if torch.device(device).type == "mps" else torch.float64


def _spread():
    return torch.distributed.is_available() and torch.distributed.is_initialized()


def _rank():
    return torch.distributed.get_rank() if _spread() else 0


def _processes():
    return torch.distributed.get_world_size() if _spread() else 1


def _reduced(tensor, largest=False):
    if _spread():
        kind = torch.distributed.ReduceOp.MAX if largest else torch.distributed.ReduceOp.SUM
        torch.distributed.all_reduce(tensor, op=kind)
    return tensor
