using System.Collections.Frozen;

namespace HyperVLab.Engine.Management;

/// <summary>The courses of all kinds of operation: which steps they take, in which order.</summary>
internal static class Courses
{
    private static readonly FrozenDictionary<VmmOperationKind, IReadOnlyList<CourseStep>> s_all =
        new Dictionary<VmmOperationKind, IReadOnlyList<CourseStep>>
        {
            [VmmOperationKind.InstallServer] = HostCourses.InstallServer,
            [VmmOperationKind.AddHosts] = HostCourses.Add,
            [VmmOperationKind.RemoveHosts] = HostCourses.Remove,
            [VmmOperationKind.RefreshHosts] = HostCourses.Refresh,
            [VmmOperationKind.AddLibraryServer] = LibraryCourses.Add,
            [VmmOperationKind.RemoveLibraryServer] = LibraryCourses.Remove,
            [VmmOperationKind.RefreshLibrary] = LibraryCourses.Refresh,
            [VmmOperationKind.MoveVM] = VMMoves.Course,
            [VmmOperationKind.MoveVMToPlatform] = VMMoves.CourseToPlatform,
            [VmmOperationKind.AddVirtualizationManager] = VirtualizationManagers.Add,
            [VmmOperationKind.RefreshVirtualizationManager] = VirtualizationManagers.Read,
            [VmmOperationKind.AddEsxHosts] = VirtualizationManagers.AddHosts,
            [VmmOperationKind.Deploy] = DeploymentCourse.Steps,
            [VmmOperationKind.NewTemplate] = TemplateMakings.Steps,
            [VmmOperationKind.OptimizeHosts] = HostOptimizations.Course,
            [VmmOperationKind.ConvertOnline] = ConversionCourse.Online,
            [VmmOperationKind.ConvertOffline] = ConversionCourse.Offline,
            [VmmOperationKind.ConvertV2V] = V2VCourse.Steps,
            [VmmOperationKind.StoreVM] = VMMoves.CourseToLibrary,
            [VmmOperationKind.DeliverImage] = ImageDeliveries.Steps,
        }.ToFrozenDictionary();

    /// <summary>The course of a kind.</summary>
    public static IReadOnlyList<CourseStep> Of(VmmOperationKind kind) => s_all[kind];
}
