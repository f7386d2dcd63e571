using HyperVLab.Engine.Making;
using HyperVLab.Engine.Management;

namespace HyperVLab.Engine.Tests.Management;

/// <summary>Labs with a server that is to be converted: FILE1.</summary>
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
}
