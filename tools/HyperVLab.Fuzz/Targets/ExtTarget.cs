using System.Buffers.Binary;
using HyperVLab.Disks;
using HyperVLab.Disks.FileSystems.Ext;
using HyperVLab.Disks.Tests.FileSystems;

namespace HyperVLab.Fuzz.Targets;

/// <summary>ext2, ext3 and ext4 volumes: superblock, groups, bitmaps, inodes, extents, block lists, names.</summary>
internal sealed class ExtTarget : FuzzTarget
{
    private const int SuperblockOffset = 1024;
    private const int SuperblockBytes = 1024;
    private const int DescriptorsOffset = 2048;
    private const int DescriptorBytes = 32;
    private const int IdentifierOffset = 104;

    public override string Name => "ext";

    public override IEnumerable<MemoryDiskFile> Seeds() => [MemoryDiskFile.FromBytes(GoodVolumes.Ext())];

    public override bool Takes(string path, ReadOnlySpan<byte> start)
        => start.Length > SuperblockOffset + 58 && start[SuperblockOffset + 56] == 0x53
            && start[SuperblockOffset + 57] == 0xEF;

    public override IReadOnlyList<ByteRange> Hot(MemoryDiskFile input) =>
    [
        new(SuperblockOffset, 264), new(DescriptorsOffset, 64), new(10 * 1024, 2048), new(30 * 1024, 128),
        new(400 * 1024, 64), new(210 * 1024, 3072),
    ];

    public override void Seal(MemoryDiskFile input)
    {
        if (input.Length < GoodVolumesBytes)
        {
            return;
        }

        var superblock = new byte[SuperblockBytes];
        input.Read(SuperblockOffset, superblock);
        var crc = Crc32C.Append(uint.MaxValue, superblock.AsSpan(0, SuperblockBytes - 4));
        BinaryPrimitives.WriteUInt32LittleEndian(superblock.AsSpan(SuperblockBytes - 4), crc);
        input.Write(SuperblockOffset, superblock);
        var seed = Crc32C.Append(uint.MaxValue, superblock.AsSpan(IdentifierOffset, 16));
        for (var group = 0; group < 2; group++)
        {
            SealDescriptor(input, seed, group);
        }
    }

    public override void Run(MemoryDiskFile input, FuzzCase trial)
        => VolumeTrial.Run(input, trial, disk => ExtVolume.Open(disk, 0, disk.SizeBytes));

    private static long GoodVolumesBytes => (long)ExtImage.BlockCount * ExtImage.BlockBytes;

    private static void SealDescriptor(MemoryDiskFile input, uint seed, int group)
    {
        var descriptor = new byte[DescriptorBytes];
        var offset = DescriptorsOffset + (group * DescriptorBytes);
        input.Read(offset, descriptor);
        var bits = new byte[ExtImage.GroupBlocks / 8];
        var place = (long)BinaryPrimitives.ReadUInt32LittleEndian(descriptor) * ExtImage.BlockBytes;
        if (place + bits.Length <= input.Length && group == 0)
        {
            input.Read(place, bits);
            var crc = Crc32C.Append(seed, bits);
            BinaryPrimitives.WriteUInt16LittleEndian(descriptor.AsSpan(24), (ushort)crc);
        }

        BinaryPrimitives.WriteUInt16LittleEndian(descriptor.AsSpan(30), 0);
        var sum = Crc32C.Append(Crc32C.Append(seed, [(byte)group, 0, 0, 0]), descriptor);
        BinaryPrimitives.WriteUInt16LittleEndian(descriptor.AsSpan(30), (ushort)sum);
        input.Write(offset, descriptor);
    }
}
