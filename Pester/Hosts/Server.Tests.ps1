BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost VMM1 | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
    Join-LabDomain lab.local -ComputerName VMM1 -Restart
    Install-LabVMMServer VMM1 | Out-Null
    $script:command = 'HyperVLab.Commands'
}

AfterAll { Remove-Lab Lab }

Describe 'Servers with work of their own' {
    It 'are there at once and work' {
        $server = Add-LabServer FILE1 -Edition WindowsServer2003Standard -ServicePack 2 -WorkRate 50 `
            -SystemVolumeSizeBytes 20GB -DataSizeBytes 2GB
        $server.State | Should -Be 'Running'
        $server.OperatingSystem | Should -Be 'Windows Server 2003 Standard SP2'
        Step-LabClock -Seconds 10
        $server.WorkCount | Should -Be 500
        (Test-LabConnection DC1 -Source FILE1 -Count 1).Status | Should -Be 'Success'
    }

    It 'have volumes' {
        (Add-LabServerVolume FILE1 -DriveLetter E -DataSizeBytes 4GB -FileSystemLabel Homes).FileSystemLabel |
            Should -Be 'Homes'
        { Add-LabServerVolume FILE1 -SizeBytes 10GB -ErrorAction Stop } | Should -Throw '*does not fit*'
    }

    It 'get another load' {
        $server = Get-LabServer FILE1 | Set-LabServer -WorkRate 10 -ProcessorPercent 30 -Passthru
        $server.WorkRate, $server.ProcessorPercent | Should -Be 10, 30
        { Set-LabServer FILE1 -ErrorAction Stop } | Should -Throw '*Nothing was given*'
    }

    It 'are refused with devices that there are not' {
        { Add-LabServer X1 -Edition WindowsServer2003Standard -Device Abacus -ErrorAction Stop } |
            Should -Throw "*no device 'Abacus'*"
        Get-LabServer | Should -HaveCount 1
    }

    It 'change nothing under -WhatIf' {
        Add-LabServer X1 -Edition WindowsServer2003Standard -WhatIf | Should -BeNullOrEmpty
        (Get-LabServer).Name | Should -Be 'FILE1'
    }
}

Describe 'Get-LabMachineConfiguration' {
    It 'says that a server can be converted' {
        $found = Get-LabServer FILE1 | Get-LabMachineConfiguration
        $found.CanConvertOnline, $found.CanConvertOffline | Should -Be $true, $true
        $found.Volume.DeviceId | Should -Be 'C:', 'E:'
        $found.UsedBytes | Should -BeGreaterThan 16GB
    }

    It 'names what speaks against it' {
        Add-LabServer OLD1 -Edition Windows2000Server -ServicePack 4 -MemoryBytes 256MB -Device 'Mylex DAC960PT RAID' |
            Out-Null
        $found = Get-LabMachineConfiguration OLD1
        $found.CanConvertOnline, $found.CanConvertOffline | Should -Be $false, $false
        ($found.Issue | Where-Object BlocksOffline).Message -join ' ' | Should -BeLike '*512 MB*no driver for Mylex*'
        ($found.Issue | Where-Object BlocksOnline).Message | Should -BeLike '*offline only*'
    }

    It 'does not look at what cannot be reached' {
        Stop-LabHost OLD1 -TurnOff
        { Get-LabMachineConfiguration OLD1 -ErrorAction Stop } |
            Should -Throw "*cannot contact OLD1*" -ErrorId "2910,$command*"
    }
}
