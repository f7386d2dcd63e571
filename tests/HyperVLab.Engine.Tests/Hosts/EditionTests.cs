using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Hosts;

public sealed class EditionTests
{
    private const long Gigabyte = 1L << 30;

    [Theory]
    [InlineData("Hyper-V Server 2008", 4, 32, 0, false, false, false)]
    [InlineData("Hyper-V Server 2008 R2", 8, 1024, 0, true, true, true)]
    [InlineData("Windows Server 2008 R2 Standard", 4, 32, 1, false, false, false)]
    [InlineData("Windows Server 2008 R2 Enterprise", 8, 1024, 4, true, true, true)]
    [InlineData("Windows Server 2008 R2 Datacenter", 64, 1024, null, true, true, true)]
    [InlineData("Windows Server 2008 Enterprise", 8, 1024, 4, true, false, false)]
    [InlineData("Windows Server 2008 Datacenter", 64, 1024, null, true, false, false)]
    public void The_table_of_editions_is_that_of_the_time(
        string name, int sockets, long memoryGigabytes, int? guests, bool clustering, bool liveMigration, bool volumes)
    {
        Edition edition = Editions.Find(name)!;

        Assert.Equal(sockets, edition.MaxSockets);
        Assert.Equal(memoryGigabytes * Gigabyte, edition.MaxMemoryBytes);
        Assert.Equal(guests, edition.GuestRights);
        Assert.Equal(clustering, edition.HasClustering);
        Assert.Equal(liveMigration, edition.HasLiveMigration);
        Assert.Equal(volumes, edition.HasClusterSharedVolumes);
    }

    [Fact]
    public void An_R2_host_takes_384_machines_of_4_processors_and_64_GB()
    {
        Edition edition = Editions.Find("HyperVServer2008R2")!;

        Assert.Equal((64, 384, 512, 8, 4, 64 * Gigabyte), (
            edition.MaxLogicalProcessors, edition.MaxRunningVMs, edition.MaxVirtualProcessorsPerHost,
            edition.MaxVirtualProcessorsPerLogicalProcessor!.Value, edition.MaxVirtualProcessorsPerVM,
            edition.MaxMemoryPerVMBytes));
    }

    [Fact]
    public void Editions_are_unique_by_id_and_name_and_ordered_by_release()
    {
        Assert.Distinct(Editions.All.Select(edition => edition.Id), StringComparer.OrdinalIgnoreCase);
        Assert.Distinct(Editions.All.Select(edition => edition.Name), StringComparer.OrdinalIgnoreCase);

        // VMware's have no version of Windows, and stand behind it.
        IEnumerable<WindowsVersion> versions = Editions.All.Select(edition => edition.Version)
            .Where(version => version != WindowsVersion.None).ToArray();
        Assert.Equal(versions.Order(), versions);
    }

    [Theory]
    [InlineData("HyperVServer2008", "Hyper-V Server 2008")]
    [InlineData("WindowsServer2008R2Standard", "Windows Server 2008 R2 Standard")]
    public void Failover_clustering_is_refused_by_the_name_of_the_edition_without_it(string id, string name)
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1", id);

        LabException refusal = lab.Refused(new InstallWindowsFeature { Name = "Failover-Clustering", Computer = host });

        Assert.Equal("EditionWithoutFeature", refusal.Error.Key);
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hyper_V_Server_takes_no_other_role_and_keeps_its_own()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");

        LabException other = lab.Refused(new InstallWindowsFeature { Name = "File-Services", Computer = host });
        LabException own = lab.Refused(new UninstallWindowsFeature { Name = "Hyper-V", Computer = host });

        Assert.Equal("OnlyHyperVRole", other.Error.Key);
        Assert.Contains("Hyper-V Server 2008 R2", other.Message, StringComparison.Ordinal);
        Assert.Equal("HyperVServerIsHyperV", own.Error.Key);
    }

    [Fact]
    public void An_edition_uses_no_more_sockets_and_memory_than_it_may()
    {
        using var lab = new TestLab();
        var big =
            new AddHost { Name = "BIG", ProcessorSocketCount = 8, CoresPerSocket = 4, MemoryBytes = 128 * Gigabyte };
        var host = new Key<PhysicalComputer>(lab.Make<PhysicalComputerView>(big).Key);
        lab.Do(new InstallOperatingSystem { Computer = host, Edition = "WindowsServer2008R2Standard" });

        Assert.Equal(16, lab.Host(host).LogicalProcessorCount);
        Assert.Equal((32 * Gigabyte) - HostSettings.ParentPartitionReserveBytes, lab.Host(host).MemoryAvailableBytes);
    }

    [Fact]
    public void Memory_that_machines_gave_back_twice_is_there_once()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");
        long free = lab.Host(host).MemoryAvailableBytes;

        lab.Arrange(state => state.Computers[host].ReserveMemory(2 * Gigabyte));
        Assert.Equal(free - (2 * Gigabyte), lab.Host(host).MemoryAvailableBytes);
        lab.Arrange(state => state.Computers[host].ReleaseMemory(2 * Gigabyte));
        lab.Arrange(state => state.Computers[host].ReleaseMemory(2 * Gigabyte));

        Assert.Equal(free, lab.Host(host).MemoryAvailableBytes);
    }

    [Fact]
    public void An_unknown_edition_and_a_client_on_a_host_are_refused()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHost("HOST1");

        LabException unknown = lab.Refused(new InstallOperatingSystem { Computer = host, Edition = "NT4" });

        Assert.Contains("HyperVServer2008R2", unknown.Message, StringComparison.Ordinal);
        Assert.Equal("ClientOnHost", lab.Refused(
            new InstallOperatingSystem { Computer = host, Edition = "Windows7Enterprise" }).Error.Key);
    }

    [Fact]
    public void A_second_operating_system_is_refused()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddInstalled("HOST1");
        lab.Do(new StopHost { Computer = host });

        Assert.Equal("HasOperatingSystem", lab.Refused(
            new InstallOperatingSystem { Computer = host, Edition = "HyperVServer2008R2" }).Error.Key);
    }
}
