using System.Net.Sockets;
using HyperVLab.Disks.Serving;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Serving;

public sealed class ServerTests : IDisposable
{
    private const int Data = ServedDisk.DataOffset;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<int, string, uint> Faults { get; } = new()
    {
        { 5, "io", 5 }, { 28, "full", 28 }, { 27, "long", 28 }, { 0, "format", 5 }, { -1, "bug", 5 },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Faults))]
    public void Trouble_of_the_storage_is_told_and_the_server_goes_on(int code, string text, uint expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && code > 5, "The numbers are those of Unix.");
        FaultyDiskFile? faulty = null;
        using var served = new ServedDisk(over: file => faulty = new FaultyDiskFile(file));
        using var one = NbdClient.Ready(served.Server, structured: true);
        using var other = NbdClient.Ready(served.Server);
        faulty!.Fault = () => code switch
        {
            0 => new DiskFormatException(text, 0, "broken"),
            < 0 => new InvalidCastException(text),
            _ => new IOException(text, code),
        };
        var reply = one.Ask(1, Data, 100, new byte[100]);
        Assert.Equal(expected, reply.Error);
        Assert.Contains(text, reply.Message, StringComparison.Ordinal);
        Assert.Equal(expected, one.Ask(0, Data, 100).Error);
        Assert.Equal(expected, other.Ask(0, Data, 100).Error);
        faulty.Fault = null;
        Assert.Equal(ServedDisk.Data[..100], one.Ask(0, Data, 100).Data);
        Assert.Equal(ServedDisk.Data[..100], other.Ask(0, Data, 100).Data);
    }

    [Fact]
    public void A_long_read_that_fails_in_the_middle_is_never_taken_for_a_good_one()
    {
        FaultyDiskFile? faulty = null;
        using var served = new ServedDisk(over: file => faulty = new FaultyDiskFile(file));
        using var plain = NbdClient.Ready(served.Server);
        using var structured = NbdClient.Ready(served.Server, structured: true);
        faulty!.Fault = () => new IOException("broken");
        Assert.Equal(5U, structured.Ask(0, 0, 4_000_000).Error);
        plain.SendRequest(0, 0, 4_000_000);
        Assert.True(plain.IsLeft());
        faulty.Fault = null;
    }

    [Fact]
    public void The_socket_is_its_users_alone_and_goes_with_the_server()
    {
        using var served = new ServedDisk();
        var path = served.Server.SocketPath!;
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal($"nbd+unix:///web01?socket={path}", served.Server.Uri);
        using var client = NbdClient.Ready(served.Server);
        served.Server.Stop();
        Assert.False(File.Exists(path));
        Assert.True(client.IsLeft());
        Assert.Throws<ObjectDisposedException>(() => served.Server.Export.Use(disk => disk.SizeBytes));
    }

    [Fact]
    public void A_port_is_open_to_this_computer_alone()
    {
        using var server = NbdServer.Start(new DiskExport(Disk()), NbdEndPoint.Loopback());
        Assert.Equal($"nbd://127.0.0.1:{server.Port}/", server.Uri);
        using (var client = NbdClient.Ready(server))
        {
            Assert.Equal(0U, client.Ask(0, 0, 512).Error);
        }

        foreach (var address in System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Where(address => !System.Net.IPAddress.IsLoopback(address.Address)))
        {
            using var socket = new Socket(address.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            Assert.ThrowsAny<SocketException>(() => socket.Connect(address.Address, server.Port!.Value));
        }
    }

    [Fact]
    public void What_cannot_be_flushed_at_the_end_is_told_and_all_else_is_done()
    {
        FaultyDiskFile? faulty = null;
        using var served = new ServedDisk(over: file => faulty = new FaultyDiskFile(file));
        using var client = NbdClient.Ready(served.Server);
        client.Ask(1, 0, 512, new byte[512]);
        faulty!.Fault = () => new IOException("full");
        Assert.Throws<IOException>(served.Server.Stop);
        Assert.False(File.Exists(served.Server.SocketPath));
        Assert.True(client.IsLeft());
    }

    [Fact]
    public void A_place_in_use_is_refused_and_stays_as_it_is()
    {
        using var served = new ServedDisk();
        using var disk = Disk();
        using var export = new DiskExport(disk);
        var place = NbdEndPoint.UnixSocket(served.Server.SocketPath!);
        Assert.Throws<IOException>(() => NbdServer.Start(export, place));
        using var listener = NbdServer.Start(new DiskExport(Disk()), NbdEndPoint.Loopback());
        Assert.Throws<IOException>(() => NbdServer.Start(export, NbdEndPoint.Loopback(listener.Port!.Value)));
        Assert.Equal(Any.Size, export.Use(open => open.SizeBytes));
        NbdClient.Ready(served.Server).Dispose();
    }

    [Theory]
    [InlineData("a b+&#%.sock", "a%20b%2B%26%23%25.sock")]
    public void An_odd_path_is_escaped_in_the_address(string name, string expected)
    {
        using var server = NbdServer.Start(
            new DiskExport(Disk(), "é /"), NbdEndPoint.UnixSocket(_folder[name]));
        Assert.Equal($"nbd+unix:///%C3%A9%20%2F?socket={_folder.Path}/{expected}", server.Uri);
    }

    [Fact]
    public void A_path_that_no_socket_can_have_is_refused()
        => Assert.Throws<ArgumentException>(() => NbdEndPoint.UnixSocket(_folder[new string('x', 200)]));

    [Fact]
    public void Names_that_the_protocol_forbids_are_refused()
    {
        using var disk = Disk();
        Assert.Throws<ArgumentException>(() => new DiskExport(disk, "a\0b"));
        Assert.Throws<ArgumentException>(() => new DiskExport(disk, new string('é', 2049)));
    }

    [Fact]
    public async Task The_end_answers_what_waits_and_keeps_what_was_written()
    {
        FaultyDiskFile? faulty = null;
        using var served = new ServedDisk(over: file => faulty = new FaultyDiskFile(file));
        using var client = NbdClient.Ready(served.Server);
        var bytes = Any.Bytes(4096, 4);
        Assert.Equal(0U, client.Ask(1, 8_000_000, 4096, bytes).Error);
        using var gate = new ManualResetEventSlim();
        faulty!.Gate = gate;
        client.SendRequest(0, Data, 512, 1);
        client.SendRequest(0, Data, 512, 2);
        Thread.Sleep(300);
        var stopping = Task.Run(served.Server.Stop, TestContext.Current.CancellationToken);
        SpinWait.SpinUntil(() => !File.Exists(served.Server.SocketPath), 10_000);
        gate.Set();
        Assert.Equal(0U, client.Reply(512, Data).Error);
        Assert.Equal(108U, client.Reply(512, Data).Error);
        Assert.True(client.IsLeft());
        await stopping.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal(bytes, served.Content()[8_000_000..8_004_096]);
    }

    [Fact]
    public async Task A_client_that_takes_no_answers_does_not_hold_up_the_end()
    {
        using var served = new ServedDisk(
            options: new NbdServerOptions { StopTimeout = TimeSpan.FromMilliseconds(300) });
        using var client = NbdClient.Ready(served.Server);
        for (var i = 0; i < 20; i++)
        {
            client.SendRequest(0, 0, (uint)Any.Size);
        }

        using var half = NbdClient.Ready(served.Server);
        half.SendRequest(1, 0, 1_000_000);
        var stopping = Task.Run(served.Server.Stop, TestContext.Current.CancellationToken);
        await stopping.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal(0, served.Server.ClientCount);
    }

    [Fact]
    public void One_client_too_many_is_left_and_there_is_room_when_another_goes()
    {
        using var served = new ServedDisk(options: new NbdServerOptions { MaximumClients = 2 });
        using var one = NbdClient.Ready(served.Server);
        using (var two = NbdClient.Ready(served.Server))
        {
            using var three = new NbdClient(served.Server);
            Assert.True(three.IsLeft());
        }

        SpinWait.SpinUntil(() => served.Server.ClientCount == 1, 5000);
        using var four = NbdClient.Ready(served.Server);
        Assert.Equal(0U, four.Ask(0, 0, 512).Error);
    }

    [Fact]
    public void Clients_that_write_at_once_each_find_their_own()
    {
        using var served = new ServedDisk();
        Parallel.For(0, 4, number =>
        {
            using var client = NbdClient.Ready(served.Server, structured: number % 2 == 0);
            for (var i = 0; i < 40; i++)
            {
                var offset = ((long)((i * 4) + number) * 50_000) + 3;
                var bytes = Any.Bytes(40_000, (i * 4) + number);
                Assert.Equal(0U, client.Ask(1, offset, bytes.Length, bytes).Error);
                Assert.Equal(bytes, client.Ask(0, offset, bytes.Length).Data);
            }
        });
        var content = served.Content();
        for (var i = 0; i < 160; i++)
        {
            Assert.Equal(Any.Bytes(40_000, i), content[((i * 50_000) + 3)..((i * 50_000) + 40_003)]);
        }
    }

    private static VhdDisk Disk() => VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation());
}
