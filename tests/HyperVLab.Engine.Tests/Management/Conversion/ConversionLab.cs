using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Queries;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;

namespace HyperVLab.Engine.Tests.Management;

/// <summary>Labs with a server that is to be converted: FILE1, onto the host NODE1.</summary>
internal static class ConversionLab
{
    /// <summary>Adds the server.</summary>
    public static void AddSource(
        this TestLab lab,
        string edition = "WindowsServer2003Standard",
        int servicePack = 2,
        Func<AddServer, AddServer>? change = null)
    {
        var usual = new AddServer { Name = "FILE1", Edition = edition, ServicePack = servicePack, WorkRate = 50 };
        lab.Do(change?.Invoke(usual) ?? usual);
    }

    /// <summary>What a scan of it finds.</summary>
    public static MachineConfigurationView Scan(this TestLab lab) =>
        lab.Lab.Ask(new MachineConfigurationQuery { Computer = lab.Computer("FILE1") });

    /// <summary>The request that converts it.</summary>
    public static ConvertP2V Request(this TestLab lab) => new()
    {
        Source = lab.Computer("FILE1"), VMHost = lab.Computer("NODE1"),
    };

    /// <summary>The request that converts the machine of VMware in the library.</summary>
    public static NewV2V V2V(this TestLab lab) => new()
    {
        VMXPath = @"\\LIB1\Library\shop.vmx", VMHost = lab.Computer("NODE1"),
    };

    /// <summary>What the disk of a machine proves of its ledger.</summary>
    public static WorkloadProof Proof(this TestLab lab, VirtualMachineView vm) =>
        lab.Lab.Ask(new WorkloadProofQuery(new(vm.Key)));

    /// <summary>Takes seconds until something holds.</summary>
    public static void Until(this TestLab lab, Func<bool> holds)
    {
        for (int second = 0; !holds(); second++)
        {
            Assert.True(second < 100_000, "It never does.");
            lab.Advance(1);
        }
    }
}
