using System.Globalization;
using HyperVLab.Engine.Clustering.Views;

namespace HyperVLab.Engine.Clustering;

/// <summary>The private properties of resources that Get- and Set-LabClusterParameter show and change.</summary>
internal static class ResourceParameters
{
    private const string OfflineAction = "OfflineAction";
    private const string CheckHeartbeat = "CheckHeartbeat";

    /// <summary>All of a resource's.</summary>
    public static IReadOnlyList<ClusterParameterView> Of(LabState lab, ClusterResource resource)
    {
        List<ClusterParameterView> found = [];
        void Add(string name, object? value, string type, bool isReadOnly = true)
        {
            if (value is not null)
            {
                found.Add(
                    new ClusterParameterView(resource.Name, resource.Key.Number, name, Text(value), type, isReadOnly));
            }
        }

        switch (resource.ResourceType)
        {
            case ClusterResourceType.VirtualMachine:
                Add(OfflineAction, (int)resource.OfflineAction, "UInt32", isReadOnly: false);
                Add(CheckHeartbeat, resource.ChecksHeartbeat ? 1 : 0, "UInt32", isReadOnly: false);
                Add("VmID", lab.VirtualMachines.Find(resource.VM)?.Id, "String");
                break;
            case ClusterResourceType.VirtualMachineConfiguration:
                Add("VmID", lab.VirtualMachines.Find(resource.VM)?.Id, "String");
                Add("VmStoreRootPath", lab.VirtualMachines.Find(resource.VM)?.Path, "String");
                break;
            case ClusterResourceType.IPAddress:
                Add("Address", resource.Address, "String");
                break;
            case ClusterResourceType.NetworkName:
                Add("Name", resource.Address, "String");
                break;
            case ClusterResourceType.PhysicalDisk:
                Add("DiskSignature", lab.Luns.Find(resource.Lun)?.Signature, "String");
                Add("DiskIdGuid", lab.Luns.Find(resource.Lun)?.SerialNumber, "String");
                break;
            case ClusterResourceType.FileShareWitness:
                Add("SharePath", resource.Address, "String");
                break;
            default:
                break;
        }

        return found;
    }

    /// <summary>Refuses a parameter that cannot be set, or a value that it cannot have.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot.</exception>
    public static void Demand(ClusterResource resource, string name, string value)
    {
        bool isHeartbeat = ClusterNames.AreSame(name, CheckHeartbeat);
        if (resource.ResourceType != ClusterResourceType.VirtualMachine
            || (!isHeartbeat && !ClusterNames.AreSame(name, OfflineAction)))
        {
            throw GroupErrors.ParameterUnknown.For(resource.Name, resource.Name, name);
        }

        if (isHeartbeat && value is not ("0" or "1"))
        {
            throw GroupErrors.ParameterValue.For(
                resource.Name, CheckHeartbeat, value, "it takes 0 (no) or 1 (a lost heartbeat is a failure).");
        }

        if (!isHeartbeat && Parse(value) is null)
        {
            throw GroupErrors.ParameterValue.For(
                resource.Name, OfflineAction, value,
                "it takes 0 (turn off), 1 (save), 2 (shut down) or 3 (shut down forced).");
        }
    }

    /// <summary>Sets one of those that can be set.</summary>
    public static void Set(ClusterResource resource, string name, string value)
    {
        if (ClusterNames.AreSame(name, CheckHeartbeat))
        {
            resource.CheckHeartbeat(value == "1");
        }
        else
        {
            resource.SetOfflineAction(Parse(value)!.Value);
        }
    }

    private static VirtualMachineOfflineAction? Parse(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && Enum.IsDefined((VirtualMachineOfflineAction)number)
            ? (VirtualMachineOfflineAction)number
            : null;

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
}
