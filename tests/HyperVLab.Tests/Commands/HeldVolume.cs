using HyperVLab.Disks.FileSystems;

namespace HyperVLab.Tests.Commands;

/// <summary>A volume whose files are all of one length, and that is told how much was read of it.</summary>
internal sealed class HeldVolume : IVolumeFiles
{
    private long _read;

    public string FileSystem => "test";

    public string Label => "";

    public required int Bytes { get; init; }

    public int ZerosFrom { get; init; } = int.MaxValue;

    public Action<long> Reached { get; init; } = static _ => { };

    public IEnumerable<VolumeFile> List(string path) => [];

    public VolumeFile? Find(string path) => null;

    public Stream OpenRead(string path) => new Content(this);

    private sealed class Content(HeldVolume volume)
        : MemoryStream([.. Enumerable.Range(0, volume.Bytes).Select(at => at < volume.ZerosFrom ? (byte)1 : (byte)0)])
    {
        public override int Read(Span<byte> buffer)
        {
            int count = base.Read(buffer);
            volume._read += count;
            volume.Reached(volume._read);
            return count;
        }
    }
}
