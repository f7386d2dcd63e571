BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab -Preset BladeCenterS | Out-Null
    $nodes = 'HVR2NODO1', 'HVR2NODO2'
}

AfterAll { Remove-Lab Lab }

Describe 'Test-LabCluster' {
    It 'writes a report that a browser shows, and returns the file' {
        $report = Test-LabCluster $nodes -ReportName $TestDrive/before
        $report | Should -BeOfType System.IO.FileInfo
        $report.Name | Should -Be 'before.htm'
        Get-Content $report -Raw | Should -BeLike '<!DOCTYPE html>*Validate Network Communication*'
    }

    It 'validates the nodes of the only cluster unless others are named' {
        $report = Test-LabCluster -Include Network -ReportName $TestDrive/nodes
        Get-Content $report -Raw | Should -BeLike '*HVR2NODO1, HVR2NODO2*'
    }

    It 'lists its tests' {
        (Test-LabCluster -List).Category | Select-Object -Unique |
            Should -Be 'Network', 'Storage', 'System Configuration'
    }

    It 'knows no other tests' {
        { Test-LabCluster $nodes -Include Nonsense -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Clustering.TestLabClusterCommand'
    }
}

Describe 'New-LabCluster and Remove-LabCluster' {
    It 'leave everything as it is under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Remove-LabCluster HVR2CLUSTER -Force -WhatIf
        New-LabCluster C2 -Node $nodes -StaticAddress 192.168.10.31 -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }

    It 'refuse nodes of another cluster' {
        { New-LabCluster C2 -Node $nodes -StaticAddress 192.168.10.31 -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Clustering.NewLabClusterCommand'
    }

    It 'take a cluster apart and make it again' {
        Get-LabCluster | Remove-LabCluster -Force -CleanupAD
        Get-LabCluster | Should -BeNullOrEmpty
        (Get-LabADComputer).Name | Should -Not -Contain 'HVR2CLUSTER'
        $cluster = New-LabCluster C2 -Node $nodes -StaticAddress 192.168.10.31 -NoStorage
        $cluster.Name | Should -Be 'C2'
        $cluster.IsRunning | Should -BeTrue
        (Get-LabADComputer C2).Kind | Should -Be 'Cluster'
        (Get-LabClusterQuorum).QuorumType | Should -Be 'NodeMajority'
        (Get-LabDnsServerResourceRecord C2).HostName | Should -Be 'C2'
    }
}

Describe 'Get-LabCluster and Set-LabCluster' {
    It 'write live objects whose properties can be set' {
        $cluster = Get-LabCluster C*
        $cluster.SameSubnetThreshold = 10
        (Get-LabCluster).SameSubnetThreshold | Should -Be 10
        (Set-LabCluster C2 -SameSubnetDelay 2000).SameSubnetDelay | Should -Be 2000
        $cluster.SameSubnetDelay | Should -Be 2000
        { $cluster.SameSubnetThreshold = 11 } | Should -Throw '*takes 3 to 10*'
    }

    It 'show what shared volumes are for' {
        Set-LabCluster -EnableSharedVolumes Enabled -WarningVariable notice -WarningAction SilentlyContinue | Out-Null
        $notice | Should -BeLike '*only supported for use with the Hyper-V role*'
        Set-LabCluster -EnableSharedVolumes Enabled/NoticeRead -WarningVariable none | Out-Null
        $none | Should -BeNullOrEmpty
        $cluster = Get-LabCluster
        $cluster.EnableSharedVolumes = 'Disabled'
        $cluster.EnableSharedVolumes | Should -Be 'Disabled'
        & {
            $WarningPreference = 'SilentlyContinue'
            $cluster.EnableSharedVolumes = 'Enabled'
        }
        $cluster.EnableSharedVolumes | Should -Be 'Enabled'
    }

    It 'know no other cluster' {
        { Get-LabCluster Nothing -ErrorAction Stop } |
            Should -Throw -ErrorId 'ClusterObjectNotFound,HyperVLab.Commands.Clustering.GetLabClusterCommand'
    }
}

Describe 'Disks of a cluster' {
    It 'are added to Available Storage, and can be removed' {
        $disks = Get-LabClusterAvailableDisk
        $added = $disks | Add-LabClusterDisk
        $added.Count | Should -Be $disks.Count
        "$($added[0].OwnerGroup)" | Should -Be 'Available Storage'
        Get-LabClusterAvailableDisk | Should -BeNullOrEmpty
        Remove-LabClusterResource $added[0].Name -WhatIf
        (Get-LabClusterResource $added[0].Name).State | Should -Be 'Online'
        Remove-LabClusterResource $added[0].Name -Force
        (Get-LabClusterAvailableDisk).Count | Should -Be 1
    }
}
