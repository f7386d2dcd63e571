using System.Text;
using HyperVLab.Disks;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management;

/// <summary>Labs with a library on LIB1: the folder C:\Library is the share \\LIB1\Library.</summary>
internal static class LibraryLab
{
    /// <summary>A lab with a library that is empty, and hosts that are managed.</summary>
    public static TestLab Create(int hosts = 0)
    {
        TestLab lab = ManagementLab.Create(hosts);
        var caller = lab.Caller;
        lab.Caller = Engine.Requests.LabCaller.Lab;
        Key<PhysicalComputer> computer = lab.AddMember("LIB1", "192.168.10.17");
        lab.Do(new EnableRemoteManagement { Computer = computer });
        for (int host = 1; host <= hosts; host++)
        {
            lab.Do(new EnableRemoteManagement { Computer = lab.Computer($"NODE{host}") });
        }

        lab.Do(new NewSmbShare { Computer = computer, Name = "Library", Path = @"C:\Library" });
        lab.Caller = caller;
        lab.Do(new AddLibraryServer { Computer = computer });
        lab.Do(new AddLibraryShare { SharePath = @"\\LIB1\Library" });
        for (int host = 1; host <= hosts; host++)
        {
            lab.Manage($"NODE{host}");
        }

        return lab;
    }

    /// <summary>The only share.</summary>
    public static Key<LibraryShare> Share(this TestLab lab) =>
        new(Assert.Single(lab.Lab.Views<LibraryShareView>()).Key);

    /// <summary>Puts a file into the library's folder by hand.</summary>
    public static StoredFileView Put(this TestLab lab, string path, byte[] content)
    {
        using var file = new MemoryDiskFile();
        file.Write(0, content);
        return lab.Make<StoredFileView>(new CopyFile
        {
            Computer = lab.Computer("LIB1"),
            Content = PackedFile.Of(file).ToString(),
            Destination = $@"C:\Library\{path}",
        });
    }

    /// <summary>The same with a text.</summary>
    public static StoredFileView Put(this TestLab lab, string path, string text) =>
        lab.Put(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Reads the share.</summary>
    public static void Refresh(this TestLab lab) => lab.Do(new ReadLibraryShare { LibraryShare = lab.Share() });

    /// <summary>A file of the library.</summary>
    public static Key<LibraryResource> Resource(this TestLab lab, string name) =>
        new(lab.View<LibraryResourceView>(name).Key);
}
