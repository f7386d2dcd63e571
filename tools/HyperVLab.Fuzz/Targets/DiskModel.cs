using HyperVLab.Disks;

namespace HyperVLab.Fuzz.Targets;

/// <summary>What a disk should read as: all of a small one, the beginning of a large one.</summary>
internal sealed class DiskModel
{
    private readonly byte[] _bytes;

    public DiskModel(VirtualDisk disk)
    {
        _bytes = new byte[(int)Math.Min(disk.SizeBytes, 4 * 1024 * 1024)];
        disk.Read(0, _bytes);
    }

    /// <summary>Takes what is written, as far as the model goes.</summary>
    public void Put(long offset, ReadOnlySpan<byte> data)
    {
        if (offset < _bytes.Length)
        {
            data[..Math.Min(data.Length, _bytes.Length - (int)offset)].CopyTo(_bytes.AsSpan((int)offset));
        }
    }

    public void Compare(VirtualDisk disk)
    {
        var bytes = new byte[_bytes.Length];
        disk.Read(0, bytes);
        var at = bytes.AsSpan().CommonPrefixLength(_bytes);
        FuzzFailureException.Unless(at == bytes.Length, $"After writing, byte {at} is not what it should be.");
    }
}
