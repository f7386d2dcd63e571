namespace HyperVLab.Engine.Clustering.Views;

/// <summary>Registers the views of this area.</summary>
internal static class ClusterViews
{
    /// <summary>Registers them.</summary>
    public static void Describe(ViewCatalogue views)
    {
        views.Add(static lab => lab.Clusters, ClusterView.Of, static one => one.Name, ClusterErrors.NoSuchCluster);
        views.Add(static lab => lab.ClusterNodes, ClusterNodeView.Of, static one => one.Name, ClusterErrors.NoSuchNode);
        views.Add(
            static lab => lab.ClusterNetworks,
            ClusterNetworkView.Of,
            static one => one.Name,
            ClusterErrors.NoSuchNetwork);
        views.Add(
            static lab => lab.ClusterNetworkInterfaces, ClusterNetworkInterfaceView.Of, static one => one.Name,
            ClusterErrors.NoSuchNetworkInterface);
        views.Add(
            static lab => lab.ClusterGroups, ClusterGroupView.Of, static one => one.Name, GroupErrors.NoSuchGroup);
        views.Add(
            static lab => lab.ClusterResources,
            ClusterResourceView.Of,
            static one => one.Name,
            GroupErrors.NoSuchResource);
        views.Add(
            static lab => lab.ClusterSharedVolumes, ClusterSharedVolumeView.Of, static one => one.Name,
            GroupErrors.NoSuchSharedVolume);
        views.Add(static lab => lab.ClusterValidations, ClusterValidationView.Of, static one => one.Name);
    }
}
