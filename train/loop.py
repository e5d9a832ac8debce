"""What the training of reader and checker has in common: the options, the steps, the running mean that is kept."""

import argparse
import os
import random
import time

import torch

from network import FROZEN, load, save, trained
from rows import Rows

MEAN_DECAY = 0.998


def parser():
    """Of the options that both have."""
    options = argparse.ArgumentParser()
    options.add_argument("folder")
    options.add_argument("out")
    options.add_argument("--start", help="weights to go on from")
    options.add_argument("--hours", type=float, default=1.0, help="of processor time on each thread, so that what else runs does not count")
    options.add_argument("--rate", type=float, default=6e-5)
    options.add_argument("--least", type=float, default=0.02, help="share of the rate at the end")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--seed", type=int, default=1)
    return options


def begin(options):
    """Seeds; the mix of sets as {name: share}, and the rows of those that are there."""
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    torch.set_num_threads(options.threads)
    mix = {name: float(share) for name, share in (part.split(":") for part in options.mix.split(","))}
    return mix, {name: Rows(f"{options.folder}/{name}.jsonl") for name in mix if os.path.exists(f"{options.folder}/{name}.jsonl")}


def held_back(options):
    """The rows of texts held back, by the name of their file."""
    folder = f"{options.folder}/held"
    files = sorted(file for file in os.listdir(folder) if file.endswith(".jsonl")) if os.path.isdir(folder) else []
    return {file[:-6]: Rows(f"{folder}/{file}") for file in files}


def learn(model, options, together, epoch, loss_of):
    """
    Trains a model for the hours that are set and leaves the running mean of its weights in it, which is saved every 500
    steps and at the end. `epoch()` gives the tasks of one, `loss_of(tasks)` the loss of `together` of them.
    """
    if options.start:
        load(model, options.start)
    for name, weight in model.named_parameters():
        weight.requires_grad = not name.startswith(FROZEN)
    optimizer = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=options.rate, weight_decay=0.01, fused=True)
    mean = {name: value.clone() for name, value in trained(model).items()}
    start, step, recent, queue = time.process_time(), 0, [], []
    spent = lambda: (time.process_time() - start) / options.threads
    model.train()
    while (done := spent() / 3600 / options.hours) < 1:
        if len(queue) < together:
            queue = epoch()
            print(len(queue), "tasks an epoch", flush=True)
        group, queue = queue[:together], queue[together:]
        for part in optimizer.param_groups:
            part["lr"] = options.rate * min(1, (step + 1) / 100) * max(options.least, 1 - done)
        loss = loss_of(group)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        step += 1
        recent.append(loss.item())
        with torch.no_grad():
            for name, value in trained(model).items():
                mean[name].lerp_(value, 1 - min(MEAN_DECAY, (step + 1) / (step + 10)))
        if step % 100 == 0:
            print(f"{step} loss {sum(recent[-100:]) / 100:.3f} {spent() / step:.2f} s a step, {100 * done:.0f} %", flush=True)
        if step % 500 == 0:
            save(mean, options.out)
    save(mean, options.out)
    model.load_state_dict(mean, strict=False)
