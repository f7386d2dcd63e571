using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    /// <summary>The areas from the lowest to the highest: the order in which they hear a notice.</summary>
    public static IReadOnlyList<ILabArea> Areas { get; } =
    [
        new HostArea(),
        new StorageArea(),
        new NetworkArea(),
        new ComputeArea(),
        new ClusterArea(),
        new ManagementArea(),
        new FaultArea(),
    ];

    /// <summary>The views of all areas.</summary>
    public static ViewCatalogue Views { get; } = DescribeViews();

    private static ViewCatalogue DescribeViews()
    {
        var views = new ViewCatalogue();
        views.Add(static lab => lab.Jobs, Requests.JobView.Of, static job => job.Name, LabErrors.NoSuchJob);
        views.Add(static lab => lab.Log, LogView.Of);
        foreach (ILabArea area in Areas)
        {
            area.Describe(views);
        }

        return views;
    }
}
