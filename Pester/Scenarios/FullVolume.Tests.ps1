BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.Testing
    New-LabTestCluster web01, db01
    $volume = Get-LabClusterSharedVolume
    $folder = $volume.FriendlyVolumeName

    function Get-FreeSpace { $volume.SharedVolumeInfo.FreeSpace }
}

AfterAll { Remove-Lab Lab }

Describe 'A shared volume fills up' {
    It 'is warned of when less than 2 GB are left, and machines run on' {
        $size = [math]::Floor((Get-FreeSpace) / 1GB) * 1GB - 1GB
        New-LabVHD "$folder\backup.vhd" $size -Fixed -ComputerName NODE1
        Get-FreeSpace | Should -BeLessThan 2GB
        (Get-LabEvent -Level Warning).Message | Should -Contain (
            "'web01' is about to be paused because its disk is running out of space.")
        Get-LabVM | Should -BeOnline
    }

    It 'pauses the machines whose disks grow when less than 200 MB are left' {
        New-LabVHD "$folder\more.vhd" ((Get-FreeSpace) - 150MB) -Fixed -ComputerName NODE2
        (Get-LabVM).State | Should -Be PausedCritical, PausedCritical
        Get-LabVM | Should -Not -BeHighlyAvailable
        Test-LabConnection web01 -Count 1 -Quiet | Should -BeFalse
    }

    It 'lets them go on when there is room, without a restart' {
        $uptime = (Get-LabVM web01).Uptime
        Convert-LabVHD "$folder\more.vhd" "$folder\more-dynamic.vhd" -VHDType Dynamic -DeleteSource -ComputerName NODE2
        Get-FreeSpace | Should -BeGreaterThan 200MB
        Get-LabVM | Should -BeOnline
        (Get-LabVM web01).Uptime | Should -BeGreaterOrEqual $uptime
        Test-LabConnection web01 -Count 1 -Quiet | Should -BeTrue
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
