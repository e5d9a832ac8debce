"""
Writes what the bot reads: python export.py READER.safetensors OUT_FOLDER

`encoder.int8.onnx` (all-MiniLM-L6-v2 as published), `reader.int8.onnx`, `tokenizer.json`. Weights are int8 per channel
(per tensor is less exact, and unsigned ones are slower); what is computed stays fp32. Prints how far int8 lies from fp32.
"""

import os
import shutil
import sys
import tempfile

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from network import Embedder, Reader, base_folder, load

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
    weights, folder = sys.argv[1:3]
    os.makedirs(folder, exist_ok=True)
    torch.manual_seed(1)
    reader, embedder = Reader(packed=False).eval(), Embedder().eval()
    load(reader, weights)
    # 32-bit, because JavaScript has no fast 64-bit integers.
    ids = torch.randint(1000, 20000, (4, TOKENS), dtype=torch.int32)
    types, mask = torch.zeros_like(ids), torch.ones_like(ids)
    member = torch.zeros(4, SENTENCES, TOKENS)
    for sentence in range(SENTENCES):
        member[:, sentence, 4 + 4 * sentence : 8 + 4 * sentence] = 1
    sentences = {0: "batch", 1: "sentences"}
    export(
        reader,
        {"ids": ids, "types": types, "mask": mask, "member": member, "cosine": torch.rand(4, SENTENCES)},
        ["scores", "agreement"],
        {"ids": BATCH, "types": BATCH, "mask": BATCH, "member": {0: "batch", 1: "sentences", 2: "tokens"}, "cosine": sentences, "scores": sentences, "agreement": sentences},
        folder,
        "reader",
    )
    export(embedder, {"ids": ids, "mask": mask}, ["vector"], {"ids": BATCH, "mask": BATCH, "vector": {0: "batch"}}, folder, "encoder")
    shutil.copy(os.path.join(base_folder(), "tokenizer.json"), folder)


if __name__ == "__main__":
    main()
