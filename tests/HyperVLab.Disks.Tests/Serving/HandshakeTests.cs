using System.Buffers.Binary;
using System.Text;
using HyperVLab.Disks.Serving;

namespace HyperVLab.Disks.Tests.Serving;

[Collection(WholeProcessGroup.Name)]
public sealed class HandshakeTests : IDisposable
{
    private readonly ServedDisk _served = new(options: new NbdServerOptions
    {
        HandshakeTimeout = TimeSpan.FromSeconds(1),
    });

    public void Dispose() => _served.Dispose();

    [Fact]
    public void An_export_is_taken_by_its_name_or_by_none()
    {
        foreach (var name in new[] { "", "web01" })
        {
            using var client = new NbdClient(_served.Server);
            client.Greet();
            client.Go(name);
            Assert.Equal(Any.Size, client.SizeBytes);
        }
    }

    [Fact]
    public void A_client_learns_what_the_export_can_do()
    {
        using var client = NbdClient.Ready(_served.Server, structured: true);
        Assert.Equal(0b1101_1110_1101, client.Flags);
        using var plain = NbdClient.Ready(_served.Server);
        Assert.Equal(0b1101_0110_1101, plain.Flags);
    }

    [Fact]
    public void A_client_of_the_old_kind_takes_an_export_by_its_name_alone()
    {
        foreach (var flags in new uint[] { 0, 1, 3 })
        {
            using var client = new NbdClient(_served.Server);
            client.Greet(flags);
            client.SendOption(1, Encoding.UTF8.GetBytes("web01"));
            var answer = client.Receive(flags == 3 ? 10 : 134);
            Assert.Equal(Any.Size, BinaryPrimitives.ReadInt64BigEndian(answer));
            Assert.DoesNotContain(answer[10..], value => value != 0);
            Assert.Equal(ServedDisk.Data[..512], client.Ask(0, ServedDisk.DataOffset, 512).Data);
        }
    }

    [Fact]
    public void A_client_of_the_old_kind_is_left_if_there_is_no_such_export()
    {
        using var client = new NbdClient(_served.Server);
        client.Greet();
        client.SendOption(1, Encoding.UTF8.GetBytes("web02"));
        Assert.True(client.IsLeft());
    }

    [Fact]
    public void The_exports_are_listed()
    {
        using var client = new NbdClient(_served.Server);
        client.Greet();
        var replies = client.Option(3, []);
        Assert.Equal([2U, NbdClient.Acknowledged], replies.Select(reply => reply.Type));
        Assert.Equal(NbdClient.Text("web01"), replies[0].Data);
    }

    [Fact]
    public void An_export_is_described_without_being_taken()
    {
        using var client = new NbdClient(_served.Server);
        client.Greet();
        var replies = client.Option(6, NbdClient.InfoQuery("", 1, 3, 99));
        Assert.Equal([3U, 3U, 3U, NbdClient.Acknowledged], replies.Select(reply => reply.Type));
        Assert.Equal([0, 1, .. "web01"u8], replies[1].Data);
        Assert.Equal(
            [0, 3, .. NbdClient.Number32(1), .. NbdClient.Number32(4096), .. NbdClient.Number32(32 * 1024 * 1024)],
            replies[2].Data);
        client.Go();
    }

    [Fact]
    public void What_can_be_known_of_ranges_is_listed_and_chosen()
    {
        using var client = new NbdClient(_served.Server);
        client.Greet();
        Assert.Equal(NbdClient.Invalid, client.Option(10, NbdClient.ContextQuery("", "base:allocation"))[^1].Type);
        client.Option(8, []);
        Assert.Equal("base:allocation", Name(client.Option(9, NbdClient.ContextQuery(""))));
        Assert.Equal("base:allocation", Name(client.Option(9, NbdClient.ContextQuery("", "x-other:", "base:"))));
        Assert.Null(Name(client.Option(9, NbdClient.ContextQuery("", "x-other:thing"))));
        Assert.Null(Name(client.Option(10, NbdClient.ContextQuery("", "base:"))));
        Assert.Equal("base:allocation", Name(client.Option(10, NbdClient.ContextQuery("", "base:allocation"))));
        Assert.Equal(NbdClient.Unknown, client.Option(10, NbdClient.ContextQuery("web02", "base:allocation"))[^1].Type);
    }

    [Fact]
    public void What_was_chosen_for_another_name_does_not_count()
    {
        using var client = new NbdClient(_served.Server);
        client.Greet();
        client.Option(8, []);
        client.Option(10, NbdClient.ContextQuery("web01", "base:allocation"));
        client.Go();
        Assert.Equal(22U, client.Ask(7, 0, 4096).Error);
    }

    [Fact]
    public void What_the_server_does_not_do_is_answered_so_and_the_handshake_goes_on()
    {
        using var client = new NbdClient(_served.Server);
        client.Greet();
        Assert.Equal(NbdClient.Unsupported, client.Option(5, [])[0].Type);
        Assert.Equal(NbdClient.Unsupported, client.Option(4, [1, 2, 3])[0].Type);
        Assert.Equal(NbdClient.Unsupported, client.Option(11, [])[0].Type);
        Assert.Equal(NbdClient.Unsupported, client.Option(uint.MaxValue, [])[0].Type);
        Assert.Equal(NbdClient.Invalid, client.Option(3, [1])[0].Type);
        Assert.Equal(NbdClient.Invalid, client.Option(5, [1])[0].Type);
        Assert.Equal(NbdClient.Invalid, client.Option(8, [1])[0].Type);
        Assert.Equal(NbdClient.Unknown, client.Option(7, NbdClient.InfoQuery("web02"))[0].Type);
        Assert.Equal(NbdClient.Invalid, client.Option(7, [])[0].Type);
        Assert.Equal(NbdClient.Invalid, client.Option(7, [.. NbdClient.InfoQuery("", 3), 0])[0].Type);
        Assert.Equal(NbdClient.Invalid, client.Option(7, NbdClient.InfoQuery("", 3)[..^1])[0].Type);
        Assert.Equal(NbdClient.Invalid, client.Option(6, NbdClient.Number32(uint.MaxValue))[0].Type);
        Assert.Equal(NbdClient.TooBig, client.Option(6, new byte[100_000])[0].Type);
        client.Go();
    }

    [Fact]
    public void A_client_can_end_the_handshake()
    {
        using var client = new NbdClient(_served.Server);
        client.Greet();
        Assert.Equal(NbdClient.Acknowledged, client.Option(2, [1, 2])[0].Type);
        Assert.True(client.IsLeft());
    }

    [Fact]
    public void A_client_that_says_nothing_or_nonsense_is_left()
    {
        using var silent = new NbdClient(_served.Server);
        using var flags = new NbdClient(_served.Server);
        flags.Greet(flags: 7);
        using var nonsense = new NbdClient(_served.Server);
        nonsense.Greet();
        nonsense.Send("GET / HTTP/1.1\r\n\r\n"u8.ToArray());
        using var endless = new NbdClient(_served.Server);
        endless.Greet();
        endless.Send([.. "IHAVEOPT"u8, .. NbdClient.Number32(6), .. NbdClient.Number32(uint.MaxValue)]);
        foreach (var client in new[] { flags, nonsense, endless, silent })
        {
            Assert.True(client.IsLeft());
        }

        NbdClient.Ready(_served.Server).Dispose();
    }

    private static string? Name(List<(uint Type, byte[] Data)> replies)
    {
        Assert.Equal(NbdClient.Acknowledged, replies[^1].Type);
        return replies.Count == 1 ? null : Encoding.UTF8.GetString(replies[0].Data.AsSpan(4));
    }
}
