using HyperVLab.Disks;

namespace HyperVLab.Fuzz.Targets;

/// <summary>Differencing VHDXs: a changed child of a good parent, and a changed parent of a good child.</summary>
internal sealed class VhdxChainTarget : VhdxTarget
{
    private readonly MemoryDiskFile _parent = GoodDisks.Make(VhdFormat.VHDX, VhdType.Dynamic, GoodDisks.Megabyte);
    private readonly MemoryDiskFile _child;

    public VhdxChainTarget() => _child = GoodDisks.MakeChild(_parent, VhdFormat.VHDX, GoodDisks.Megabyte);

    public override string Name => "vhdx-chain";

    public override IEnumerable<MemoryDiskFile> Seeds() => [_child, _parent];

    public override bool Takes(string path, ReadOnlySpan<byte> start) => false;

    public override void Run(MemoryDiskFile input, FuzzCase trial) => ChainTrial.Run(trial, input, _parent, _child);
}
