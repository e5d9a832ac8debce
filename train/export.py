"""
Writes what the bot reads: python export.py OUT_FOLDER [--reader WEIGHTS] [--checker WEIGHTS] [--encoder]

`reader.int8.onnx`, `checker.int8.onnx`; with `--encoder` all-MiniLM-L6-v2 as published, and its `tokenizer.json`. Weights are int8 per channel
(per tensor is less exact, and unsigned ones are slower); what is computed stays fp32. Prints how far int8 lies from fp32.
"""

import argparse
import os
import shutil
import tempfile

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from network import Checker, Embedder, Reader, base_folder, load

OPSET = 17
BATCH, TOKENS, SENTENCES = {0: "batch", 1: "tokens"}, 16, 3


def export(model, inputs, outputs, axes, folder, name):
    with tempfile.TemporaryDirectory() as scratch:
        exact = os.path.join(scratch, "fp32.onnx")
        torch.onnx.export(model, tuple(inputs.values()), exact, input_names=list(inputs), output_names=outputs, dynamic_axes=axes, opset_version=OPSET, dynamo=False)
        small = os.path.join(folder, f"{name}.int8.onnx")
        quantize_dynamic(exact, small, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather", "Gemm"], extra_options={"MatMulConstBOnly": True})
        feeds = {key: value.numpy() for key, value in inputs.items()}
        first = lambda file: onnxruntime.InferenceSession(file).run(None, feeds)[0]
        print(name, f"{os.path.getsize(small) / 1e6:.1f} MB, int8 differs from fp32 by at most {np.abs(first(exact) - first(small)).max():.3f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--reader")
    parser.add_argument("--checker")
    parser.add_argument("--encoder", action="store_true")
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    torch.manual_seed(1)
    # 32-bit, because JavaScript has no fast 64-bit integers.
    ids = torch.randint(1000, 20000, (4, TOKENS), dtype=torch.int32)
    types, mask = torch.zeros_like(ids), torch.ones_like(ids)
    member = torch.zeros(4, SENTENCES, TOKENS)
    for sentence in range(SENTENCES):
        member[:, sentence, 4 + 4 * sentence : 8 + 4 * sentence] = 1
    sentences = {0: "batch", 1: "sentences"}
    inputs = {"ids": ids, "types": types, "mask": mask, "member": member}
    axes = {"ids": BATCH, "types": BATCH, "mask": BATCH, "member": {0: "batch", 1: "sentences", 2: "tokens"}}
    if options.reader:
        reader = Reader(packed=False).eval()
        load(reader, options.reader)
        inputs_of_reader = inputs | {"cosine": torch.rand(4, SENTENCES)}
        export(reader, inputs_of_reader, ["scores"], axes | {"cosine": sentences, "scores": sentences}, options.folder, "reader")
    if options.checker:
        checker = Checker(packed=False).eval()
        load(checker, options.checker)
        export(checker, inputs, ["verdicts"], axes | {"verdicts": sentences}, options.folder, "checker")
    if options.encoder:
        export(Embedder().eval(), {"ids": ids, "mask": mask}, ["vector"], {"ids": BATCH, "mask": BATCH, "vector": {0: "batch"}}, options.folder, "encoder")
        shutil.copy(os.path.join(base_folder(), "tokenizer.json"), options.folder)


if __name__ == "__main__":
    main()
