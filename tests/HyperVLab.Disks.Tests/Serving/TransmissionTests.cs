namespace HyperVLab.Disks.Tests.Serving;

public sealed class TransmissionTests : IDisposable
{
    private const int Data = ServedDisk.DataOffset;

    private readonly ServedDisk _served = new();

    public void Dispose() => _served.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_range_is_read(bool structured)
    {
        var expected = new byte[Any.Size];
        ServedDisk.Data.CopyTo(expected, Data);
        using var client = NbdClient.Ready(_served.Server, structured);
        (long Offset, int Length)[] ranges =
        [
            (0, (int)Any.Size), (Data, 1), (Data - 1, 3), (Data + 7, 290_000), (Any.Size - 1, 1), (Any.Size, 0), (5, 0),
        ];
        foreach (var (offset, length) in ranges)
        {
            var reply = client.Ask(0, offset, length);
            Assert.Equal(0U, reply.Error);
            Assert.Equal(expected[(int)offset..((int)offset + length)], reply.Data);
        }
    }

    [Fact]
    public void Zeros_are_sent_as_holes_unless_one_part_is_asked_for()
    {
        using var client = NbdClient.Ready(_served.Server, structured: true);
        var reply = client.Ask(0, 0, Any.Size);
        Assert.InRange(reply.HoleBytes, (int)Any.Size - 512 * 1024, (int)Any.Size);
        var part = client.Ask(0, Data - 4096, 100_000, flags: 4);
        Assert.Equal((1, 0), (part.Parts, part.HoleBytes));
        Assert.Equal(ServedDisk.Data[..1000], part.Data[4096..5096]);
        Assert.Equal(75U, client.Ask(0, 0, 1_000_000, flags: 4).Error);
    }

    [Fact]
    public void What_is_written_is_read_by_every_client_and_is_in_the_file()
    {
        using var one = NbdClient.Ready(_served.Server);
        using var other = NbdClient.Ready(_served.Server, structured: true);
        var bytes = Any.Bytes(3_000_001, 5);
        Assert.Equal(0U, one.Ask(1, 4_000_003, bytes.Length, bytes).Error);
        Assert.Equal(bytes, other.Ask(0, 4_000_003, bytes.Length).Data);
        Assert.Equal(0U, one.Ask(1, 10, 0, []).Error);
        Assert.True(_served.Server.Export.WasChanged);
        Assert.Equal(bytes, _served.Content()[4_000_003..7_000_004]);
    }

    [Theory]
    [InlineData(3, 0, 0)]
    [InlineData(1, 100, 1)]
    public void A_flush_or_a_forced_write_makes_what_was_answered_durable(int command, long offset, int flags)
    {
        TornDiskFile? torn = null;
        using var served = new ServedDisk(over: file => torn = new TornDiskFile(file));
        using var client = NbdClient.Ready(served.Server);
        var bytes = Any.Bytes(100_000, 6);
        client.Ask(1, 6_000_000, bytes.Length, bytes);
        byte[]? data = command == 1 ? new byte[1] : null;
        Assert.Equal(0U, client.Ask(command, offset, data?.Length ?? 0, data, flags).Error);
        using var disk = VirtualDisk.Open(torn!.AfterPowerLoss(new Random(1)), readOnly: true);
        Assert.Equal(bytes, Any.Content(disk)[6_000_000..6_100_000]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_range_is_made_zeros(int flags)
    {
        using var client = NbdClient.Ready(_served.Server);
        Assert.Equal(0U, client.Ask(6, Data + 10, 200_000, flags: flags).Error);
        Assert.Equal(0U, client.Ask(6, 5_000_000, 1_000_000, flags: flags).Error);
        var expected = (byte[])ServedDisk.Data.Clone();
        expected.AsSpan(10, 200_000).Clear();
        Assert.Equal(expected, client.Ask(0, Data, expected.Length).Data);
        _served.Server.Stop();
        var blocks = DiskInformation.Read(_served.File).AllocatedBlockCount;
        Assert.Equal(flags == 0 ? 1 : 4, blocks);
    }

    [Fact]
    public void Quick_zeros_are_refused_where_they_would_be_slow()
    {
        using var client = NbdClient.Ready(_served.Server);
        Assert.Equal(0U, client.Ask(6, 4_000_000, 1_000_000, flags: 16).Error);
        Assert.Equal(95U, client.Ask(6, 4_000_000, 1_000_000, flags: 16 | 2).Error);
        Assert.Equal(95U, client.Ask(6, Data, 4096, flags: 16).Error);
        Assert.Equal(ServedDisk.Data[..4096], client.Ask(0, Data, 4096).Data);
    }

    [Fact]
    public void What_is_trimmed_takes_no_more_room_and_a_hint_changes_nothing()
    {
        using var client = NbdClient.Ready(_served.Server);
        Assert.Equal(0U, client.Ask(5, Data, 4096).Error);
        Assert.Equal(0U, client.Ask(4, 4_000_000, 1_000_000).Error);
        Assert.Equal(0U, client.Ask(4, Data, ServedDisk.Data.Length, flags: 1).Error);
        Assert.DoesNotContain(client.Ask(0, Data, ServedDisk.Data.Length).Data, value => value != 0);
    }

    [Fact]
    public void What_is_allocated_can_be_asked()
    {
        using var client = NbdClient.Ready(_served.Server, status: true);
        var status = client.Ask(7, 0, Any.Size).Status;
        Assert.Equal(Any.Size, status.Sum(range => range.Length));
        Assert.Equal([3U, 0U, 3U], status.Select(range => range.Flags));
        Assert.Equal((uint)Data, status[0].Length);
        Assert.Equal([(1000U, 3U)], client.Ask(7, Data - 1000, 5000, flags: 8).Status);
        Assert.Equal(22U, client.Ask(7, 0, 0).Error);
    }

    [Fact]
    public void What_cannot_be_done_has_its_error_and_the_next_request_is_served()
    {
        using var client = NbdClient.Ready(_served.Server, structured: true);
        Assert.Equal(22U, client.Ask(0, Any.Size - 1, 2).Error);
        Assert.Equal(22U, client.Ask(0, -1, 1).Error);
        Assert.Equal(28U, client.Ask(1, Any.Size - 1, 2, new byte[2]).Error);
        Assert.Equal(28U, client.Ask(6, Any.Size, 1).Error);
        Assert.Equal(22U, client.Ask(4, Any.Size, 1).Error);
        Assert.Equal(22U, client.Ask(5, Any.Size, 1).Error);
        Assert.Equal(22U, client.Ask(3, 1, 0).Error);
        Assert.Equal(22U, client.Ask(7, 0, 4096).Error);
        Assert.Equal(22U, client.Ask(8, 0, 4096).Error);
        Assert.Equal(22U, client.Ask(900, 0, 0).Error);
        Assert.Equal(22U, client.Ask(1, 0, 4, new byte[4], flags: 2).Error);
        Assert.Equal(22U, client.Ask(0, 0, 4, flags: 0x8000).Error);
        Assert.Equal(ServedDisk.Data[..4], client.Ask(0, Data, 4).Data);
    }

    [Fact]
    public void A_read_only_export_refuses_every_change()
    {
        using var served = new ServedDisk(isReadOnly: true);
        using var client = NbdClient.Ready(served.Server);
        Assert.Equal(0b101_0000_1111, client.Flags);
        Assert.Equal(1U, client.Ask(1, Data, 4, new byte[4]).Error);
        Assert.Equal(1U, client.Ask(6, Data, 4).Error);
        Assert.Equal(1U, client.Ask(4, Data, 4).Error);
        Assert.Equal(0U, client.Ask(3, 0, 0).Error);
        Assert.Equal(ServedDisk.Data[..4], client.Ask(0, Data, 4).Data);
        Assert.False(served.Server.Export.WasChanged);
    }

    [Fact]
    public void Too_much_at_once_is_refused_without_taking_it()
    {
        using var client = NbdClient.Ready(_served.Server);
        Assert.Equal(22U, client.Ask(0, 0, 33 * 1024 * 1024).Error);
        Assert.Equal(28U, client.Ask(1, 0, 33 * 1024 * 1024, new byte[33 * 1024 * 1024]).Error);
        client.SendRequest(1, 0, uint.MaxValue);
        Assert.True(client.IsLeft());
    }

    [Fact]
    public void Requests_that_are_sent_ahead_are_answered_in_turn()
    {
        using var client = NbdClient.Ready(_served.Server);
        var bytes = Any.Bytes(500, 9);
        for (var i = 0; i < 200; i++)
        {
            client.SendRequest(1, (ulong)(i * 1_000), 500, (ulong)i);
            client.Send(bytes);
            client.SendRequest(0, (ulong)(i * 1_000), 500, (ulong)i + 1000);
        }

        client.SendRequest(2, 0, 0);
        for (var i = 0; i < 200; i++)
        {
            Assert.Equal((ulong)i, client.Reply(0, 0).Cookie);
            var read = client.Reply(500, 0);
            Assert.Equal((ulong)i + 1000, read.Cookie);
            Assert.Equal(bytes, read.Data);
        }

        Assert.True(client.IsLeft());
    }
}
