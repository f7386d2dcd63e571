using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Clustering.Views;

/// <summary>The version numbers of the releases, as cluster nodes show them.</summary>
internal static class VersionNumbers
{
    /// <summary>The numbers of a release.</summary>
    public static (int Major, int Minor, int Build) Of(WindowsVersion version) => version switch
    {
        WindowsVersion.W2008 => (6, 0, 6001),
        WindowsVersion.W2008R2 => (6, 1, 7600),
        WindowsVersion.W2012 => (6, 2, 9200),
        WindowsVersion.W2012R2 => (6, 3, 9600),
        WindowsVersion.W2016 => (10, 0, 14393),
        WindowsVersion.W2019 => (10, 0, 17763),
        WindowsVersion.W2022 => (10, 0, 20348),
        _ => (10, 0, 26100),
    };
}
