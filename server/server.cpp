#include "storage/service/service.hpp"
