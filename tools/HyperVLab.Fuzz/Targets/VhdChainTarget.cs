using HyperVLab.Disks;

namespace HyperVLab.Fuzz.Targets;

/// <summary>Differencing VHDs: a changed child of a good parent, and a changed parent of a good child.</summary>
internal sealed class VhdChainTarget : VhdTarget
{
    private readonly MemoryDiskFile _parent = GoodDisks.Make(VhdFormat.VHD, VhdType.Dynamic, 2 * GoodDisks.Megabyte);
    private readonly MemoryDiskFile _child;

    public VhdChainTarget() => _child = GoodDisks.MakeChild(_parent, VhdFormat.VHD, 512 * 1024);

    public override string Name => "vhd-chain";

    public override IEnumerable<MemoryDiskFile> Seeds() => [_child, _parent];

    public override bool Takes(string path, ReadOnlySpan<byte> start) => false;

    public override void Run(MemoryDiskFile input, FuzzCase trial) => ChainTrial.Run(trial, input, _parent, _child);
}
