using System.Buffers.Binary;
using System.Text;

namespace HyperVLab.Disks.Tests.Serving;

/// <summary>What a server answered to one request.</summary>
internal sealed class NbdReply
{
    public ulong Cookie { get; set; }

    public uint Error { get; set; }

    public string Message { get; private set; } = "";

    public byte[] Data { get; set; } = [];

    public int HoleBytes { get; private set; }

    public int Parts { get; private set; }

    public List<(uint Length, uint Flags)> Status { get; } = [];

    /// <summary>Takes the rest of a part; whether it is the last. The parts must not overlap.</summary>
    public bool AddPart(byte[] header, Func<int, byte[]> receive, long offset)
    {
        Assert.Equal(0x668e33efU, BinaryPrimitives.ReadUInt32BigEndian(header));
        var type = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(6));
        Cookie = BinaryPrimitives.ReadUInt64BigEndian(header.AsSpan(8));
        var payload = receive(BinaryPrimitives.ReadInt32BigEndian(receive(4)));
        Parts++;
        switch (type)
        {
            case 0:
                Assert.Empty(payload);
                break;
            case 1:
                payload.AsSpan(8).CopyTo(Data.AsSpan((int)(BinaryPrimitives.ReadInt64BigEndian(payload) - offset)));
                break;
            case 2:
                HoleBytes += BinaryPrimitives.ReadInt32BigEndian(payload.AsSpan(8));
                break;
            case 5:
                Assert.Equal(1U, BinaryPrimitives.ReadUInt32BigEndian(payload));
                AddStatus(payload.AsSpan(4));
                break;
            default:
                Assert.Equal(0x8001, type);
                Error = BinaryPrimitives.ReadUInt32BigEndian(payload);
                Message = Encoding.UTF8.GetString(payload.AsSpan(6));
                Assert.Equal(payload.Length - 6, BinaryPrimitives.ReadUInt16BigEndian(payload.AsSpan(4)));
                break;
        }

        return (BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(4)) & 1) != 0;
    }

    private void AddStatus(ReadOnlySpan<byte> ranges)
    {
        for (; !ranges.IsEmpty; ranges = ranges[8..])
        {
            var flags = BinaryPrimitives.ReadUInt32BigEndian(ranges[4..]);
            Status.Add((BinaryPrimitives.ReadUInt32BigEndian(ranges), flags));
        }
    }
}
