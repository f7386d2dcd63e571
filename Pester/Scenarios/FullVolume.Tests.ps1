BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.Testing
    New-LabTestCluster web01, db01
    $volume = Get-LabClusterSharedVolume
    $folder = $volume.FriendlyVolumeName

    function Get-FreeSpace { $volume.SharedVolumeInfo.FreeSpace }
}

AfterAll { Remove-Lab Lab }

Describe 'A guest fills a shared volume' {
    BeforeAll {
        $size = [math]::Floor(((Get-FreeSpace) - 3GB) / 1GB) * 1GB
        New-LabVHD "$folder\backup.vhd" $size -Fixed -ComputerName NODE1
        Start-LabWorkload web01 Fill -Rate 20
        Start-LabWorkload db01 Ledger
    }

    It 'runs out of space as fast as the guest writes' {
        $before = Get-FreeSpace
        Step-LabClock -Seconds 30
        $before - (Get-FreeSpace) | Should -BeGreaterOrEqual 600MB
        $before - (Get-FreeSpace) | Should -BeLessThan 700MB
    }

    It 'is warned of when less than 2 GB are left, and machines run on' {
        while ((Get-FreeSpace) -ge 2GB) { Step-LabClock -Seconds 1 }
        (Get-LabEvent -Level Warning).Message | Should -Contain (
            "'web01' is about to be paused because its disk is running out of space.")
        Get-LabVM | Should -BeOnline
    }

    It 'pauses the machines whose disks grow when less than 200 MB are left' {
        Step-LabClock -Seconds 120
        (Get-LabVM).State | Should -Be PausedCritical, PausedCritical
        Get-LabVM | Should -Not -BeHighlyAvailable
        Test-LabConnection web01 -Count 1 -Quiet | Should -BeFalse
        Get-FreeSpace | Should -BeGreaterThan 100MB
    }

    It 'lets them go on where they were when there is room, without a restart' {
        $uptime = (Get-LabVM web01).Uptime
        $written = (Get-LabWorkload web01).Operations
        Convert-LabVHD "$folder\backup.vhd" "$folder\dynamic.vhd" -VHDType Dynamic -DeleteSource -ComputerName NODE2
        Get-FreeSpace | Should -BeGreaterThan 200MB
        Get-LabVM | Should -BeOnline
        (Get-LabVM web01).Uptime | Should -BeGreaterOrEqual $uptime
        Test-LabConnection web01 -Count 1 -Quiet | Should -BeTrue
        Step-LabClock -Seconds 10
        (Get-LabWorkload web01).Operations | Should -BeGreaterOrEqual ($written + 200)
    }

    It 'has cost nothing that a guest was told is durable' {
        Stop-LabWorkload web01
        (Test-LabWorkload).IsConsistent | Should -Be $true, $true
    }
}

Describe 'The pool of a thin LUN is exhausted' {
    It 'pauses the machines on it, and they go on when the array has room again' {
        Measure-LabOutage web01, db01 {
            Add-LabFault LunFull -Lun Data -Duration 300
            Step-LabClock -Seconds 240
            (Get-LabVM).State | Should -Be PausedCritical, PausedCritical
        } | Should -LastAtMost 310
        Get-LabVM | Should -BeHighlyAvailable
    }
}
