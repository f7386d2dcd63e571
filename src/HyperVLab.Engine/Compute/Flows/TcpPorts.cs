using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// At which ports computers and guests listen. What nobody has set follows from what runs there; the firewall of
/// Windows keeps all others from answering.
/// </summary>
internal static class TcpPorts
{
    /// <summary>What becomes of a request to connect to a port of an end.</summary>
    public static TcpPortState StateOf(LabState lab, LoadEnd end, int port)
    {
        if (Find(lab, end, port) is { } set)
        {
            return set.State;
        }

        bool isServed = lab.Flows.Any(flow => !flow.HasEnded && flow.Port == port && flow.To.Load == end)
            || (lab.VirtualMachines.Find(end.VM) is { } vm && IsServed(lab, vm, port))
            || (end.Computer is { } computer && IsServed(lab, lab.Computers[computer], port));
        return isServed ? TcpPortState.Listening : TcpPortState.Filtered;
    }

    /// <summary>The port of an end that somebody has set; null where nobody has.</summary>
    public static TcpPort? Find(LabState lab, LoadEnd end, int port)
    {
        foreach (TcpPort one in lab.TcpPorts)
        {
            if (one.Port == port && one.VM == end.VM && one.Computer == end.Computer)
            {
                return one;
            }
        }

        return null;
    }

    /// <summary>Whose an endpoint is; null for nobody's.</summary>
    public static LoadEnd? OwnerOf(LabState lab, Endpoint endpoint)
    {
        if (lab.NetworkAdapters.Find(endpoint.Place.Adapter) is { } adapter)
        {
            return new LoadEnd(null, adapter.Computer);
        }

        return lab.VMNetworkAdapters.FirstOrDefault(one => one.Station == endpoint.Place.Station) is { } guest
            ? new LoadEnd(guest.VM, null)
            : null;
    }

    /// <summary>Forgets the ports of a machine that goes.</summary>
    public static void Forget(LabState lab, VirtualMachine vm)
    {
        foreach (TcpPort port in lab.TcpPorts.Where(port => port.VM == vm.Key).ToList())
        {
            lab.TcpPorts.Remove(port.Key);
        }
    }

    private static bool IsServed(LabState lab, VirtualMachine vm, int port) =>
        lab.Workloads.Find(vm.Workload) is { IsOn: true } workload && port == workload.Kind switch
        {
            WorkloadKind.Web => TcpServices.Http,
            WorkloadKind.Ledger => TcpServices.SqlServer,
            _ => 0,
        };

    private static bool IsServed(LabState lab, PhysicalComputer computer, int port) => port switch
    {
        TcpServices.WinRM => computer.RemoteManagementEnabled,
        TcpServices.RemoteDesktop => computer.RemoteDesktopEnabled,
        TcpServices.RpcEndpointMapper => computer.RemoteManagementEnabled || IsController(lab, computer)
            || FirewallGroups.IsEnabled(lab, computer.Key, FirewallGroups.RemoteVolumeManagement),
        TcpServices.Dns or TcpServices.Kerberos or TcpServices.Ldap or TcpServices.Smb => IsController(lab, computer),
        TcpServices.VMConnect or TcpServices.LiveMigration =>
            computer.HasFeature(FeatureCatalogue.HyperV),
        _ => false,
    };

    private static bool IsController(LabState lab, PhysicalComputer computer) =>
        lab.Domains.Any(domain => domain.Controller == computer.Key);
}
